import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { lastPastDay, Watch, type WatchEnd, type WatchState } from '../../session/watch.ts';
import { clockOf } from '../../submissions/model/days.ts';
import type { Submission } from '../../submissions/model/submission.ts';
import { countText } from '../../submissions/words/countText.ts';
import type { Core } from '../core.ts';
import { tellNoProject, tellOtherProject } from '../project/noProject.ts';
import { openRecord } from '../record/openRecord.ts';
import { tell } from '../window/failureNotice.ts';
import { afterWith } from '../window/later.ts';
import { safeText } from '../window/safeText.ts';
import { speak } from '../window/speak.ts';
import { newsText } from './newsText.ts';
import { tellNothingLoaded } from './nothingLoaded.ts';

/**
 * Registers watching for new submissions. `note` gets the text to show above the rows while a watch runs; undefined
 * when it has ended.
 */
export function registerWatch(core: Core, note: (text: string | undefined) => void): vscode.Disposable {
  const watching = new Watching(core, note);
  const { commands, shell } = core;
  return vscode.Disposable.from(
    commands.register('faceauth.watch', async () => {
      await watching.start();
    }),
    commands.register('faceauth.stopWatching', () => {
      watching.watch.stop();
    }),
    core.onDidChangeState((state) => {
      watching.watch.follow(state);
    }),
    // Whoever comes back to the list, or takes a row of it, has seen what came.
    shell.view.onDidChangeVisibility(({ visible }) => {
      if (visible) {
        watching.watch.seen();
      }
    }),
    shell.view.onDidChangeSelection(() => {
      watching.watch.seen();
    }),
    watching,
  );
}

/** Shows a watch: above the rows, as a badge, and what came as a notification. */
class Watching implements vscode.Disposable {
  readonly watch: Watch;
  readonly #core: Core;
  readonly #note: (text: string | undefined) => void;
  #end: WatchEnd | undefined;

  constructor(core: Core, note: (text: string | undefined) => void) {
    this.#core = core;
    this.#note = note;
    const { guard, session } = core;
    this.watch = new Watch({
      load: async () => await session.loadNewer(),
      now: () => Date.now(),
      after: afterWith(guard),
      changed: (state) => {
        this.#show(state);
      },
      came: (news) => {
        void guard(async () => {
          await this.#tellNews(news);
        });
      },
    });
  }

  async start(): Promise<void> {
    const { session, shown, guard } = this.#core;
    if (session.state.kind === 'idle') {
      tellNoProject();
      return;
    }
    if (session.state.project.file !== undefined) {
      void vscode.window.showInformationMessage(
        l10n.t('A file is read again when it changes. To watch for new submissions, switch to a project.'),
      );
      return;
    }
    const last = lastPastDay(session.state.days, Date.now());
    if (last !== undefined) {
      void guard(async () => {
        await tellPast(last);
      });
      return;
    }
    // New submissions can be told only after the list was read once, and nobody may have looked at it yet.
    await shown.read();
    const { state } = this.#core.session;
    if (state.kind === 'idle' || state.loaded.pages.length === 0) {
      void guard(async () => {
        await tellNothingLoaded(this.#core);
      });
      return;
    }
    this.watch.start(state);
    say(l10n.t('Watching for new submissions: every 5 seconds, for 15 minutes at most'));
  }

  dispose(): void {
    this.watch.stop();
  }

  #show(state: WatchState): void {
    const { shell, zone, guard } = this.#core;
    const { until, count, end } = state;
    void vscode.commands.executeCommand('setContext', 'faceauth.watching', until !== undefined);
    shell.view.badge = count === 0 ? undefined : { value: count, tooltip: newsCount(count) };
    this.#note(until === undefined ? undefined : watchNote(state, clockOf(until, zone())));
    if (end !== this.#end) {
      this.#end = end;
      if (end !== undefined) {
        void guard(async () => {
          await this.#tellEnd(end);
        });
      }
    }
  }

  async #tellNews(news: readonly Submission[]): Promise<void> {
    const [newest] = news;
    const { session, mask } = this.#core;
    if (newest === undefined || session.state.kind === 'idle') {
      return;
    }
    const { project } = session.state;
    const open = l10n.t('Open');
    const stop = l10n.t('Stop Watching');
    const text = safeText(newsText(news, newest, mask()), 300);
    const picked = await vscode.window.showInformationMessage(text, open, ...(this.#end === undefined ? [stop] : []));
    if (picked === open) {
      this.watch.seen();
      await openRecord(project.id, newest.id);
    } else if (picked === stop) {
      this.#stopFor(project.id);
    }
  }

  /**
   * Stops the watch of a project. The notification with this button may be old: another watch may run by now, or none.
   */
  #stopFor(projectId: string): void {
    if (this.#core.shown.current?.id !== projectId) {
      tellOtherProject();
    } else if (this.watch.state.until === undefined) {
      say(l10n.t('Stopped watching for new submissions'));
    } else {
      this.watch.stop();
    }
  }

  async #tellEnd(end: WatchEnd): Promise<void> {
    const again = l10n.t('Watch Again');
    switch (end.kind) {
      case 'stopped':
      case 'project':
        say(l10n.t('Stopped watching for new submissions'));
        break;
      case 'past':
        await tellPast(end.last);
        break;
      case 'time': {
        const projectId = this.#core.shown.current?.id;
        const text = l10n.t('Watching for new submissions ended after 15 minutes.');
        if ((await vscode.window.showInformationMessage(text, again)) === again) {
          await this.#startAgain(projectId);
        }
        break;
      }
      case 'failed': {
        const { shown, mask } = this.#core;
        const projectId = shown.current?.id;
        await tell(end.failure, {
          mask,
          projectId,
          again: async () => {
            await this.#startAgain(projectId);
          },
        });
      }
    }
  }

  /** Begins the watch again, if the project is still shown. The notification with this button may be an hour old. */
  async #startAgain(projectId: string | undefined): Promise<void> {
    if (this.#core.shown.current?.id === projectId) {
      await this.start();
    } else {
      tellOtherProject();
    }
  }
}

/** Says that nothing new can come, because the days shown have ended. */
async function tellPast(last: string): Promise<void> {
  const filter = l10n.t('Filter by Date…');
  const text = l10n.t('The days shown end on {0}, so nothing new can come there. Choose days until today.', last);
  if ((await vscode.window.showInformationMessage(text, filter)) === filter) {
    await vscode.commands.executeCommand('faceauth.filterDates');
  }
}

function watchNote({ pausedUntil }: WatchState, until: string): string {
  return pausedUntil === undefined
    ? l10n.t('watching until {0}', until)
    : l10n.t('watching until {0}, the service asks to wait', until);
}

function newsCount(count: number): string {
  return count === 1 ? l10n.t('1 submission came') : l10n.t('{0} submissions came', countText(count));
}

function say(text: string): void {
  vscode.window.setStatusBarMessage(text, 4000);
  speak(text);
}
