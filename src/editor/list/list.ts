import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ProjectState } from '../../session/state.ts';
import { isEmpty, noFilter } from '../../submissions/model/filter.ts';
import type { CommandName } from '../commandNames.ts';
import type { Core } from '../core.ts';
import { tellNoProject } from '../project/noProject.ts';
import { copyDetails } from '../window/failureNotice.ts';
import { withViewProgress } from '../window/viewProgress.ts';
import { AutoRefresh } from './autoRefresh.ts';
import { askForDaysOrAll } from './filterDates.ts';
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
  binding.show(session.state);
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

function registerLoading(core: Core): vscode.Disposable {
  const { session, mask } = core;
  return vscode.Disposable.from(
    onProject(core, 'faceauth.refresh', async () => {
      await refresh(session);
    }),
    onProject(core, 'faceauth.loadOlder', async ({ kind, loaded }) => {
      if (kind === 'failed') {
        await withViewProgress(async () => {
          await session.tryAgain();
        });
      } else if (loaded.more) {
        await withViewProgress(async () => {
          await session.loadOlder();
        });
      } else {
        tellAllLoaded();
      }
    }),
    onProject(core, 'faceauth.loadAll', async ({ loaded }) => {
      if (loaded.more) {
        await loadAll(session);
      } else {
        tellAllLoaded();
      }
    }),
    core.commands.register('faceauth.copyFailure', async () => {
      if (session.state.kind === 'failed') {
        await copyDetails(session.state.failure, mask());
      } else {
        void vscode.window.showInformationMessage(l10n.t('There is no failure whose details could be copied.'));
      }
    }),
  );
}

function tellAllLoaded(): void {
  void vscode.window.showInformationMessage(l10n.t('All submissions of the service are loaded.'));
}

function registerFilters(core: Core): vscode.Disposable {
  return vscode.Disposable.from(
    onProject(core, 'faceauth.filterDates', async (state) => {
      await filterDates(core, state);
    }),
    onProject(core, 'faceauth.filterLoaded', async () => {
      await filterLoaded(core);
    }),
    onProject(core, 'faceauth.clearFilters', async (state) => {
      await clearFilters(core, state);
    }),
    onProject(core, 'faceauth.groupBy', async () => {
      await groupBy(core);
    }),
  );
}

/** Registers a command of the list: without a project it says that one is missing. */
function onProject(
  { commands, session }: Core,
  name: CommandName,
  work: (state: ProjectState) => Promise<void>,
): vscode.Disposable {
  return commands.register(name, async () => {
    await (session.state.kind === 'idle' ? tellNoProject() : work(session.state));
  });
}

async function filterDates({ session, shown }: Core, { project, days }: ProjectState): Promise<void> {
  const chosen = await askForDaysOrAll({ now: Date.now(), before: days, zone: session.arrangement.zone });
  if (chosen !== undefined) {
    await shown.open(project, chosen === 'all' ? undefined : chosen);
  }
}

async function filterLoaded({ session, shown, mask }: Core): Promise<void> {
  await shown.read();
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
async function clearFilters({ session, shown }: Core, { project, days }: ProjectState): Promise<void> {
  if (isEmpty(session.arrangement.filter) && days === undefined) {
    void vscode.window.showInformationMessage(l10n.t('There is no filter.'));
  }
  if (!isEmpty(session.arrangement.filter)) {
    await session.arrange({ filter: noFilter });
  }
  if (days !== undefined) {
    await shown.open(project);
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
