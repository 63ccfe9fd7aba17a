import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Gives a server a language pack with which VS Code has this display language, although it translates nothing.
 * VS Code's own words stay English, and extensions show their words in this language.
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
