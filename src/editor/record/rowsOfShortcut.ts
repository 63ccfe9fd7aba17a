import * as vscode from 'vscode';
import type { Row } from '../../session/row.ts';

/**
 * The rows that a shortcut in the tree is meant for, as in the lists of VS Code: the selected rows if the row with the
 * focus is one of them, else that row alone. The arrow keys move the focus and leave the selection, and VS Code tells
 * extensions only the selection. So the row with the focus is added to the selection or taken out, which shows which
 * row it is, and then this is undone. Both steps are one call, so that nothing a person does comes in between.
 */
export async function rowsOfShortcut(view: vscode.TreeView<Row>): Promise<readonly Row[]> {
  const selected = view.selection;
  const changes: (readonly Row[])[] = [];
  const listener = view.onDidChangeSelection(({ selection }) => changes.push(selection));
  try {
    const toggle = 'list.toggleSelection';
    await vscode.commands.executeCommand('runCommands', { commands: [toggle, toggle] });
  } finally {
    listener.dispose();
  }
  const focused = changes[0]?.find(({ id }) => selected.every((one) => one.id !== id));
  return focused === undefined ? selected : [focused];
}
