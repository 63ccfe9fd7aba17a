import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Gives a server a language pack that translates nothing of VS Code, so that its own words stay English: with it, VS Code
 * has this display language, and extensions show their words in it.
 */
export function writeLanguagePack(userDataFolder: string, language: string): void {
  mkdirSync(userDataFolder, { recursive: true });
  const translations = join(userDataFolder, 'words.json');
  writeFileSync(translations, JSON.stringify({ contents: {} }));
  const pack = {
    hash: 'nothing-translated',
    label: language,
    extensions: [{ extensionIdentifier: { id: `test.language-pack-${language}` }, version: '1.0.0' }],
    translations: { vscode: translations },
  };
  writeFileSync(join(userDataFolder, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}
