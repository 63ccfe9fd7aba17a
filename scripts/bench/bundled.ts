import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles a file of this folder in the same way as the extension, for measurements from the start of a process. */
export async function bundled(file: string, folder: string): Promise<string> {
  const outfile = join(folder, file.replace(/ts$/, 'mjs'));
  await build({
    entryPoints: [join(import.meta.dirname, file)],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['browser', 'module', 'main'],
    alias: { '@vscode/l10n': '@vscode/l10n/dist/browser.js' },
  });
  return outfile;
}
