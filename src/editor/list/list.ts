import * as vscode from 'vscode';
import { announcement } from '../../session/announcement.ts';
import type { State } from '../../session/state.ts';
import type { Core } from '../core.ts';
import { safeText } from '../window/safeText.ts';
import { afterWith } from '../window/later.ts';
import { speak } from '../window/speak.ts';
import { AutoRefresh } from './autoRefresh.ts';
import { registerFilters } from './filterCommands.ts';
import { registerLoading } from './loadingCommands.ts';
import { TreeBinding } from './treeBinding.ts';
import { registerWatch } from './watching.ts';

/** The view of the submissions. Disposing lets go of it. */
export interface List extends vscode.Disposable {
  /** Adds a sentence above the rows until something else is shown there. */
  readonly tell: (text: string) => void;
}

/**
 * Keeps the tree up to date with the session, the settings and screen-share mode. Registers loading, filtering,
 * grouping and watching.
 */
export function registerList(core: Core): List {
  const { session, settings, screenShare, guard, zone } = core;
  const binding = new TreeBinding(core);
  let isWatched = false;
  const autoRefresh = autoRefreshOf(core, () => isWatched);
  binding.show(session.state);
  let before: State = session.state;
  const disposable = vscode.Disposable.from(
    binding,
    autoRefresh,
    core.onDidChangeState((state) => {
      binding.show(state);
      autoRefresh.restart();
      announce(core, before, state);
      before = state;
    }),
    screenShare.onDidChange(() => {
      binding.show(session.state);
    }),
    settings.onDidChange((name) => {
      if (name === 'autoRefreshSeconds') {
        autoRefresh.restart();
      } else if (name !== 'baseUrl') {
        const { nearMissMargin, rowLabel } = settings.current;
        void guard(async () => {
          await session.arrange({ zone: zone(), nearness: nearMissMargin, rowLabel });
        });
      }
    }),
    registerLoading(core),
    registerFilters(core),
    registerWatch(core, (text) => {
      isWatched = text !== undefined;
      autoRefresh.restart();
      binding.watching(text);
    }),
  );
  return {
    tell: (text) => {
      binding.tell(text);
    },
    dispose: () => {
      disposable.dispose();
    },
  };
}

/** Auto refresh pauses while a watch runs: submissions that it loaded would not be told by the watch any more. */
function autoRefreshOf({ session, settings, shell, guard }: Core, isWatched: () => boolean): AutoRefresh {
  return new AutoRefresh({
    view: shell.view,
    seconds: () => (isWatched() ? 0 : settings.current.autoRefreshSeconds),
    readAt: () => (session.state.kind === 'idle' ? undefined : session.state.readAt),
    projectId: () => (session.state.kind === 'idle' ? undefined : session.state.project.id),
    load: async () => (await session.loadNewer()).failure,
    now: () => Date.now(),
    after: afterWith(guard),
  });
}

/**
 * Speaks a change of the state. Waits and failures are always spoken, because a person who cannot see the view would
 * not know why nothing comes. The end of a successful load is spoken after a wait; otherwise only where the settings of
 * VS Code say that a screen reader is used.
 */
function announce({ mask }: Core, before: State, now: State): void {
  // When another window removed the project, the next one is shown unread: nothing of it is known yet.
  const text = now.kind === 'ready' && now.unread ? undefined : announcement(before, now, mask());
  const hasWaited = before.kind === 'loading' && before.wait !== undefined;
  if (text !== undefined && (now.kind !== 'ready' || hasWaited || usesScreenReader())) {
    speak(safeText(text, 600));
  }
}

function usesScreenReader(): boolean {
  return vscode.workspace.getConfiguration('editor').get('accessibilitySupport') === 'on';
}
