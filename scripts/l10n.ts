import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { root } from '../test/host/folders.ts';
import { exportedStrings } from './l10n/strings.ts';

const folder = join(root, 'l10n');
const texts = z.record(z.string(), z.string());

function write(name: string, content: unknown): void {
  writeFileSync(join(folder, name), `${JSON.stringify(content, null, 2)}\n`);
}

mkdirSync(folder, { recursive: true });
const english = await exportedStrings();
write('bundle.l10n.json', english);
// Removes strings that are no longer used from each translation, and keeps the order of the English. Missing strings
// are printed, and a test fails on them.
for (const name of globSync('bundle.l10n.*.json', { cwd: folder })) {
  const translated = texts.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  const keys = Object.keys(english);
  write(name, Object.fromEntries(keys.flatMap((key) => (key in translated ? [[key, translated[key]]] : []))));
  for (const missing of keys.filter((key) => !(key in translated))) {
    process.stdout.write(`${name} lacks ${JSON.stringify(missing)}\n`);
  }
}
