import * as vscode from 'vscode';
import { hasNode } from './host.ts';

/** Asks where to save a file, in `folder` at first or else in Downloads; `ending` without a dot. */
export async function askForFile(
  title: string,
  name: string,
  ending: string,
  folder?: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  return await vscode.window.showSaveDialog({
    title,
    defaultUri: vscode.Uri.joinPath(folder ?? (await usualFolder()), `${name}.${ending}`),
    filters: { [ending.toUpperCase()]: [ending] },
  });
}

/** Not the workspace: what is saved there may be committed with it. In a browser there is no other place. */
async function usualFolder(): Promise<vscode.Uri> {
  if (!hasNode) {
    return vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
  }
  const { homedir } = await import('node:os');
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
