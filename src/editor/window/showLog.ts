import type * as vscode from 'vscode';
import type { Core } from '../core.ts';

/** The command that shows the log. */
export function registerLog({ commands, log }: Core): vscode.Disposable {
  return commands.register('faceauth.showLog', () => {
    log.show();
  });
}
