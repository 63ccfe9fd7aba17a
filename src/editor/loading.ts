import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Session } from '../session/session.ts';
import { countText } from '../submissions/countText.ts';

/** After so many submissions Load All asks whether to go on: they are held in memory. */
const step = 100_000;

/** Loads all submissions of the days shown; can be ended at any time, and asks when there are very many. */
export async function loadAll(session: Session): Promise<void> {
  const progress = {
    location: vscode.ProgressLocation.Notification,
    title: l10n.t('Loading all submissions'),
    cancellable: true,
  };
  await vscode.window.withProgress(progress, async (report, token) => {
    let limit = step;
    await session.loadAll(signalOf(token), async (count) => {
      report.report({ message: l10n.t('{0} loaded', countText(count)) });
      if (count < limit) {
        return true;
      }
      limit += step;
      return await mayGoOn(count);
    });
  });
}

/** Reads again what is loaded; can be ended, and then everything stays as it was. */
export async function refresh(session: Session): Promise<void> {
  const large = session.state.kind !== 'idle' && session.state.loaded.count > 10_000;
  if (!large) {
    await vscode.window.withProgress({ location: { viewId: 'faceauth.submissions' } }, async () => {
      await session.refresh();
    });
    return;
  }
  const progress = {
    location: vscode.ProgressLocation.Notification,
    title: l10n.t('Reading all loaded submissions again'),
    cancellable: true,
  };
  await vscode.window.withProgress(progress, async (_report, token) => {
    await session.refresh(signalOf(token));
  });
}

/** VS Code's way to cancel as the one that everything below uses. */
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

async function mayGoOn(count: number): Promise<boolean> {
  const more = l10n.t('Load {0} More', countText(step));
  const picked = await vscode.window.showInformationMessage(
    l10n.t('{0} submissions are loaded, and the service has more. They are held in memory.', countText(count)),
    more,
    l10n.t('Stop Here'),
  );
  return picked === more;
}
