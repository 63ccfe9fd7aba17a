import * as vscode from 'vscode';

/**
 * The language of our words, and so of the dates between them, as a BCP 47 tag: without a bundle of translations they are
 * English, whatever the language of VS Code.
 */
export function languageOfWords(): string {
  return vscode.l10n.bundle === undefined ? 'en' : vscode.env.language;
}
