import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { isEmpty, noFilter } from '../../submissions/model/filter.ts';
import type { Core } from '../core.ts';
import { copyDetails } from '../window/failureNotice.ts';
import { withViewProgress } from '../window/viewProgress.ts';
import { AutoRefresh } from './autoRefresh.ts';
import { askForDays } from './filterDates.ts';
import { askForFilter } from './filterLoaded.ts';
import { askForGrouping, keepGrouping } from './groupBy.ts';
import { loadAll, refresh } from './loading.ts';
import { TreeBinding } from './treeBinding.ts';

/** The view of the submissions. Disposing lets go of it. */
export interface List extends vscode.Disposable {
  /** Adds a sentence above the rows until something else is shown there. */
  readonly tell: (text: string) => void;
}

/** Keeps the tree as the session, the settings and screen-share mode are; loading, filtering and grouping. */
export function registerList(core: Core): List {
  const { session, settings, screenShare, guard, zone } = core;
  const binding = new TreeBinding(core);
  const autoRefresh = new AutoRefresh({
    view: core.shell.view,
    seconds: () => settings.current.autoRefreshSeconds,
    load: async () => (await session.loadNewer()).failure,
    guard,
  });
  const disposable = vscode.Disposable.from(
    binding,
    autoRefresh,
    core.onDidChangeState((state) => {
      binding.show(state);
    }),
    screenShare.onDidChange(() => {
      binding.show(session.state);
    }),
    settings.onDidChange((name) => {
      if (name === 'autoRefreshSeconds') {
        autoRefresh.restart();
      } else if (name !== 'baseUrl') {
        void guard(async () => {
          await session.arrange({ zone: zone(), nearness: settings.current.nearMissMargin });
        });
      }
    }),
    registerLoading(core),
    registerFilters(core),
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

function registerLoading({ commands, session, mask }: Core): vscode.Disposable {
  return vscode.Disposable.from(
    commands.register('faceauth.refresh', async () => {
      await refresh(session);
    }),
    commands.register('faceauth.loadOlder', async () => {
      await withViewProgress(async () => {
        await (session.state.kind === 'failed' ? session.tryAgain() : session.loadOlder());
      });
    }),
    commands.register('faceauth.loadAll', async () => {
      await loadAll(session);
    }),
    commands.register('faceauth.copyFailure', async () => {
      if (session.state.kind === 'failed') {
        await copyDetails(session.state.failure, mask());
      } else {
        void vscode.window.showInformationMessage(l10n.t('There is no failure whose details could be copied.'));
      }
    }),
  );
}

function registerFilters(core: Core): vscode.Disposable {
  const { commands } = core;
  return vscode.Disposable.from(
    commands.register('faceauth.filterDates', async () => {
      await filterDates(core);
    }),
    commands.register('faceauth.filterLoaded', async () => {
      await filterLoaded(core);
    }),
    commands.register('faceauth.clearFilters', async () => {
      await clearFilters(core);
    }),
    commands.register('faceauth.groupBy', async () => {
      await groupBy(core);
    }),
  );
}

async function filterDates({ session, shown }: Core): Promise<void> {
  if (session.state.kind === 'idle') {
    return;
  }
  const { project, days } = session.state;
  const chosen = await askForDays(Date.now(), days, session.arrangement.zone);
  if (chosen !== undefined) {
    await shown.open(project, chosen);
  }
}

async function filterLoaded({ session, mask }: Core): Promise<void> {
  if (session.state.kind !== 'idle') {
    const { filter } = session.arrangement;
    const chosen = await askForFilter({ loaded: session.state.loaded, filter, mask });
    if (chosen !== undefined) {
      await withViewProgress(async () => {
        await session.arrange({ filter: chosen });
      });
    }
  }
}

/** What filters loaded submissions alone needs nothing of the service, and leaves the rows where they are. */
async function clearFilters({ session, shown }: Core): Promise<void> {
  if (!isEmpty(session.arrangement.filter)) {
    await session.arrange({ filter: noFilter });
  }
  if (session.state.kind !== 'idle' && session.state.days !== undefined) {
    await shown.open(session.state.project);
  }
}

async function groupBy({ session, workspaceState }: Core): Promise<void> {
  const grouping = await askForGrouping(session.arrangement.grouping);
  if (grouping !== undefined) {
    await keepGrouping(workspaceState, grouping);
    await withViewProgress(async () => {
      await session.arrange({ grouping });
    });
  }
}
