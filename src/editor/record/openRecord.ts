import * as vscode from 'vscode';

/** Opens the panel of a submission and gives it the focus. It runs the command, with project and id. */
export async function openRecord(projectId: string, id: string): Promise<void> {
  await vscode.commands.executeCommand('faceauth.openRecord', { projectId, id, focus: true });
}
