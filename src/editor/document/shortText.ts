import type * as vscode from 'vscode';

/**
 * In UTF-16 units. A longer record is not explained, because that would block everything else each time it is shown.
 */
const longest = 2 ** 21;

/** The text of a document that is short enough to be explained in place; undefined for a longer one. */
export function shortText(document: vscode.TextDocument): string | undefined {
  const { end } = document.lineAt(document.lineCount - 1).range;
  return document.offsetAt(end) > longest ? undefined : document.getText();
}
