import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { isEmpty, noFilter } from '../../submissions/model/filter.ts';
import type { Core } from '../core.ts';
import { tellNoProject, tellOtherProject } from '../project/noProject.ts';
import { withViewProgress } from '../window/viewProgress.ts';
import { askForDaysOrAll } from './filterDates.ts';
import { askForFilter } from './filterLoaded.ts';
import { askForGrouping, groupingTitle, keepGrouping } from './groupBy.ts';
import { tellNothingLoaded } from './nothingLoaded.ts';
import { tellUnseen } from './tellUnseen.ts';

/** The commands that choose what is shown, and how it is grouped. */
export function registerFilters(core: Core): vscode.Disposable {
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

async function filterDates(core: Core): Promise<void> {
  const { session, shown } = core;
  if (session.state.kind === 'idle') {
    tellNoProject();
    return;
  }
  const { project, days } = session.state;
  const { zone } = session.arrangement;
  const chosen = await askForDaysOrAll({ project, before: days, zone, title: l10n.t('Filter by Date') });
  if (chosen !== undefined) {
    await shown.open(project, chosen === 'all' ? undefined : chosen);
    tellUnseen(core);
  }
}

async function filterLoaded(core: Core): Promise<void> {
  const { session, shown, store, mask, guard } = core;
  await shown.read();
  if (session.state.kind === 'idle') {
    tellNoProject();
    return;
  }
  const { loaded, project } = session.state;
  if (loaded.pages.length === 0) {
    void guard(async () => {
      await tellNothingLoaded(core);
    });
    return;
  }
  const { filter } = session.arrangement;
  const isKey = async (text: string): Promise<boolean> => await store.isKey(text);
  const chosen = await askForFilter({ loaded, filter, mask, isKey });
  if (chosen === undefined) {
    return;
  }
  if (shown.current?.id === project.id) {
    await withViewProgress(async () => {
      await session.arrange({ filter: chosen });
    });
    tellUnseen(core);
  } else {
    tellOtherProject();
  }
}

/**
 * Clears all filters. To clear the filter of loaded submissions, the service need not be asked and the rows stay; only
 * clearing the days reads again.
 */
async function clearFilters(core: Core): Promise<void> {
  const { session, shown } = core;
  const { project, days } = session.state.kind === 'idle' ? {} : session.state;
  const isFiltered = !isEmpty(session.arrangement.filter);
  if (!isFiltered && days === undefined) {
    void vscode.window.showInformationMessage(l10n.t('No filter is set.'));
    return;
  }
  if (isFiltered) {
    await session.arrange({ filter: noFilter });
  }
  // Meanwhile another project may have been chosen, whose days stay.
  if (project !== undefined && days !== undefined && shown.current?.id === project.id) {
    await shown.open(project);
  }
  tellUnseen(core);
}

async function groupBy({ session, workspaceState, shell }: Core): Promise<void> {
  if (session.state.kind === 'idle') {
    tellNoProject();
    return;
  }
  const grouping = await askForGrouping(session.arrangement.grouping);
  if (grouping !== undefined) {
    await keepGrouping(workspaceState, grouping);
    await withViewProgress(async () => {
      await session.arrange({ grouping });
    });
    if (!shell.view.visible) {
      vscode.window.setStatusBarMessage(l10n.t('Grouped by: {0}', groupingTitle(grouping)), 4000);
    }
  }
}
