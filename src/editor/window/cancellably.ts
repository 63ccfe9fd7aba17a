import * as vscode from 'vscode';

/** Does what may take a while: a notification shows that it goes on, and can end it. */
export async function cancellably<T>(title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const progress = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return await vscode.window.withProgress(progress, async (_report, token) => await work(signalOf(token)));
}

/** A signal that is aborted when a token is cancelled. */
export function signalOf(token: vscode.CancellationToken): AbortSignal {
  const abort = new AbortController();
  if (token.isCancellationRequested) {
    abort.abort();
  }
  token.onCancellationRequested(() => {
    abort.abort();
  });
  return abort.signal;
}
