import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Log } from './log.ts';

/**
 * Runs work that a person or VS Code started. An unexpected error ends here: it is logged with its stack, and shown
 * once.
 */
export type Guard = (work: () => Promise<void> | void) => Promise<void>;

/** The one funnel for unexpected errors. */
export function createGuard(log: Log): Guard {
  return async (work) => {
    try {
      await work();
    } catch (error) {
      log.error(error);
      tellError(log);
    }
  };
}

/** Nothing waits until the notification is closed: it may stay in the bell for hours. */
function tellError(log: Log): void {
  const show = l10n.t('Show Log');
  const text = l10n.t(
    'FaceAuth Inspector met an unexpected error. What was loaded is still there; the log has the details.',
  );
  vscode.window.showErrorMessage(text, show).then(
    (picked) => {
      if (picked === show) {
        log.show();
      }
    },
    (error: unknown) => {
      log.error(error);
    },
  );
}
