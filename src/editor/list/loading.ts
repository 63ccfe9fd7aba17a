import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Session } from '../../session/session.ts';
import { countText } from '../../submissions/words/countText.ts';
import { withViewProgress } from '../window/viewProgress.ts';
import { cancellably, signalOf, unlessAborted } from '../window/cancellably.ts';

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
    const signal = signalOf(token);
    let limit = (session.state.kind === 'idle' ? 0 : session.state.loaded.count) + step;
    await session.loadAll(signal, async (count) => {
      report.report({ message: l10n.t('{0} loaded', countText(count)) });
      if (count < limit) {
        return true;
      }
      limit = count + step;
      return await unlessAborted(mayGoOn(count), signal, false);
    });
  });
}

/** Reads again what is loaded; can be ended, and then everything stays as it was. */
export async function refresh(session: Session): Promise<void> {
  if (session.state.kind !== 'idle' && session.state.unread) {
    await withViewProgress(async () => {
      await session.loadOlder();
    });
    return;
  }
  const large = session.state.kind !== 'idle' && session.state.loaded.count > 10_000;
  if (!large) {
    await withViewProgress(async () => {
      await session.refresh();
    });
    return;
  }
  await cancellably(l10n.t('Reading all loaded submissions again'), async (signal) => {
    await session.refresh(signal);
  });
}

/** In front of everything else: a notification would hide by itself, and nothing could be loaded until it is found. */
async function mayGoOn(count: number): Promise<boolean> {
  const more = { title: l10n.t('Load {0} More', countText(step)) };
  const picked = await vscode.window.showInformationMessage<vscode.MessageItem>(
    l10n.t('{0} submissions are loaded, and the service has more.', countText(count)),
    { modal: true, detail: l10n.t('They are held in memory, 100,000 of them in about 40 MB.') },
    more,
    { title: l10n.t('Stop Here'), isCloseAffordance: true },
  );
  return picked === more;
}
