import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { root, temporaryFolder } from '../../host/folders.ts';

const manifest = z.record(z.string(), z.unknown());

/** A folder with the extension as a VS Code in the browser alone has it. There is no Node.js, so `main` is left out. */
export function withoutNode(): string {
  const { path } = temporaryFolder();
  for (const part of ['dist', 'l10n', 'media', 'package.nls.json', 'package.nls.ko.json']) {
    cpSync(join(root, part), join(path, part), { recursive: true });
  }
  const { main, extensionKind, ...rest } = manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  assert.ok(main !== undefined && extensionKind !== undefined);
  writeFileSync(join(path, 'package.json'), JSON.stringify(rest));
  return path;
}
