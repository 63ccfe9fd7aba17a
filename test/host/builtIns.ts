import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

// Themes, the extensions that read and colour the files that ours writes and opens, and the extensions that the window
// would otherwise start in the browser.
const few = [
  ...['configuration-editing', 'json', 'json-language-features', 'log', 'markdown-basics'],
  ...['theme-defaults', 'theme-modern-icons', 'theme-seti'],
  ...['emmet', 'extension-editing', 'git-base', 'github-authentication', 'merge-conflict', 'npm'],
  'typescript-language-features',
];

/**
 * Makes a folder in which some of the extensions of a VS Code stand, and returns its path. The others, such as Copilot, Git,
 * debuggers and most languages, have nothing to do with ours and take an eighth of the processor time of a test.
 */
export function fewBuiltIns(vscode: string, dataDir: string): string {
  const folder = join(dataDir, 'built-in');
  mkdirSync(folder, { recursive: true });
  for (const name of few) symlinkSync(join(vscode, 'extensions', name), join(folder, name), 'junction');
  return folder;
}
