import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { unlessAborted } from '../../api/unlessAborted.ts';
import type { Session } from '../../session/session.ts';
import { countText } from '../../submissions/words/countText.ts';
import { withViewProgress } from '../window/viewProgress.ts';
import { cancellably, signalOf } from '../window/cancellably.ts';

/** Load All asks each time that it has loaded this many more submissions, because they are held in memory. */
const step = 100_000;

/** Loads all submissions of the days shown; can be ended at any time, and asks when there are very many. */
export async function loadAll(session: Session): Promise<void> {
  if (session.state.kind !== 'idle' && session.state.project.file !== undefined) {
    await (session.state.unread ? refresh(session) : readRest(session));
    return;
  }
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

/** In ms. Work that ends within this time shows no notification, which would only disturb. */
const shortWork = 700;

/** How many records of a file are read at once at most, because they are held in memory. */
const mostRead = 2_000_000;

/** Reads the rest of a file, at most two million records; what takes longer shows how far it is, and can be ended. */
export async function readRest(session: Session): Promise<void> {
  const { state } = session;
  if (state.kind !== 'ready' || state.project.file === undefined || !state.loaded.more) {
    return;
  }
  const abort = new AbortController();
  let tell = (_count: number): void => undefined;
  const limit = state.loaded.received + mostRead;
  const work = session.loadAll(abort.signal, async (count) => {
    tell(count);
    const { state: now } = session;
    return await Promise.resolve(now.kind !== 'idle' && now.loaded.received < limit);
  });
  if (await isDoneWithin(work, shortWork)) {
    return;
  }
  const progress = {
    location: vscode.ProgressLocation.Notification,
    title: l10n.t('Reading the file'),
    cancellable: true,
  };
  await vscode.window.withProgress(progress, async (report, token) => {
    token.onCancellationRequested(() => {
      abort.abort();
    });
    tell = (count) => {
      report.report({ message: l10n.t('{0} loaded', countText(count)) });
    };
    await work;
  });
}

/** Whether work ends within so many ms. */
async function isDoneWithin(work: Promise<void>, ms: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, ms, false);
  try {
    return await Promise.race([work.then(() => true), promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Reads again what is loaded, of a file all of it; can be ended, and then everything stays as it was. */
export async function refresh(session: Session): Promise<void> {
  await readAgain(session);
  await readRest(session);
}

async function readAgain(session: Session): Promise<void> {
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

/** Asks in a modal message. A notification would hide by itself, and nothing could be loaded until it is found. */
async function mayGoOn(count: number): Promise<boolean> {
  const more = { title: l10n.t('Load {0} More', countText(step)) };
  const picked = await vscode.window.showInformationMessage<vscode.MessageItem>(
    l10n.t('{0} submissions are loaded, and the service has more.', countText(count)),
    { modal: true, detail: l10n.t('They are held in memory, 100,000 of them in about 27 MB.') },
    more,
    { title: l10n.t('Stop Here'), isCloseAffordance: true },
  );
  return picked === more;
}
