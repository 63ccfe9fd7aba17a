import * as vscode from 'vscode';

/** Shows the view's own progress bar while something is being loaded. */
export async function withViewProgress(work: () => Promise<void>): Promise<void> {
  await vscode.window.withProgress({ location: { viewId: 'faceauth.submissions' } }, work);
}
