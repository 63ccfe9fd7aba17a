import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getL10nJson, type l10nJsonFormat } from '@vscode/l10n-dev';
import { root } from '../../test/host/folders.ts';

/** All strings of the sources that are to be translated, as VS Code's own exporter finds them, in alphabetical order. */
export async function exportedStrings(): Promise<l10nJsonFormat> {
  const sources = globSync('src/**/*.ts', { cwd: root })
    .toSorted()
    .map((path) => readFileSync(join(root, path), 'utf8'))
    // The exporter is slow, and finds nothing where the library is not imported.
    .filter((contents) => contents.includes('@vscode/l10n'));
  const found = await getL10nJson(sources.map((contents) => ({ extension: '.ts', contents })));
  return Object.fromEntries(Object.entries(found).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
