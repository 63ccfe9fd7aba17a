import { homedir } from 'node:os';
import * as vscode from 'vscode';

/** Asks where to save a file, in the workspace at first or else at home; `ending` without a dot. */
export async function askForFile(title: string, name: string, ending: string): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file(homedir());
  return await vscode.window.showSaveDialog({
    title,
    defaultUri: vscode.Uri.joinPath(folder, `${name}.${ending}`),
    filters: { [ending.toUpperCase()]: [ending] },
  });
}
