import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { uriPath } from './address.ts';

const manifest = z.object({ publisher: z.string(), name: z.string(), version: z.string() });

/**
 * Makes the source folders of extensions installed extensions of `extensionsDir`, so that the workbench treats
 * them as it treats a user's: a window for development shows no notifications when it is driven by a program.
 */
export function linkExtensions(extensionPaths: readonly string[], extensionsDir: string): void {
  mkdirSync(extensionsDir, { recursive: true });
  const entries = extensionPaths.map((path) => link(path, extensionsDir));
  writeFileSync(join(extensionsDir, 'extensions.json'), JSON.stringify(entries));
}

function link(extensionPath: string, extensionsDir: string): object {
  const found = manifest.parse(JSON.parse(readFileSync(join(extensionPath, 'package.json'), 'utf8')));
  const id = `${found.publisher}.${found.name}`;
  const relativeLocation = `${id}-${found.version}`;
  const location = join(extensionsDir, relativeLocation);
  // A link inside the folder, never the source folder itself: VS Code deletes the folder of an uninstalled extension.
  symlinkSync(extensionPath, location, 'junction');
  return {
    identifier: { id },
    version: found.version,
    location: { $mid: 1, scheme: 'file', path: uriPath(location) },
    relativeLocation,
    metadata: { source: 'vsix' },
  };
}
