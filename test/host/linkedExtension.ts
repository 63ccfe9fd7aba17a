import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const manifest = z.object({ publisher: z.string(), name: z.string(), version: z.string() });

/**
 * Makes the source folder of an extension an installed extension of `extensionsDir`, so that the workbench treats it
 * as it treats a user's: a window for development shows no notifications when it is driven by a program.
 */
export function linkExtension(extensionPath: string, extensionsDir: string): void {
  const found = manifest.parse(JSON.parse(readFileSync(join(extensionPath, 'package.json'), 'utf8')));
  const id = `${found.publisher}.${found.name}`;
  const relativeLocation = `${id}-${found.version}`;
  const location = join(extensionsDir, relativeLocation);
  mkdirSync(extensionsDir, { recursive: true });
  // A link inside the folder, never the place itself: what VS Code uninstalls it deletes.
  symlinkSync(extensionPath, location, 'junction');
  const entry = {
    identifier: { id },
    version: found.version,
    location: { $mid: 1, scheme: 'file', path: location },
    relativeLocation,
    metadata: { source: 'vsix' },
  };
  writeFileSync(join(extensionsDir, 'extensions.json'), JSON.stringify([entry]));
}
