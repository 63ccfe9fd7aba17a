import * as vscode from 'vscode';

/** How long it can be read, in ms. */
const shown = 3000;

/**
 * Has a sentence spoken by a screen reader, wherever the focus is. VS Code speaks no changes of a view or the status bar,
 * and tells no extension whether a screen reader runs; it speaks notifications when they appear. This one goes by itself
 * and leaves nothing behind the bell.
 */
export function speak(text: string): void {
  const options = { location: vscode.ProgressLocation.Notification, title: text };
  void vscode.window.withProgress(options, async () => {
    await new Promise<void>((resolve) => {
      setTimeout(resolve, shown);
    });
  });
}
