import { homedir } from 'node:os';
import * as vscode from 'vscode';

/** Asks where to save a file, in `folder` at first or else in Downloads; `ending` without a dot. */
export async function askForFile(
  title: string,
  name: string,
  ending: string,
  folder?: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  return await vscode.window.showSaveDialog({
    title,
    defaultUri: vscode.Uri.joinPath(folder ?? (await downloads()), `${name}.${ending}`),
    filters: { [ending.toUpperCase()]: [ending] },
  });
}

/** Not the workspace: what is saved there may be committed with it. */
async function downloads(): Promise<vscode.Uri> {
  const home = vscode.Uri.file(homedir());
  const folder = vscode.Uri.joinPath(home, 'Downloads');
  try {
    await vscode.workspace.fs.stat(folder);
    return folder;
  } catch {
    // A home without that folder, as those of servers are.
    return home;
  }
}
