import * as vscode from 'vscode';
import type { Session } from '../../session/session.ts';
import { noFilter, type LoadedFilter } from '../../submissions/model/filter.ts';
import type { Core } from '../core.ts';
import { askForDays } from '../filterDates.ts';
import { loadAll } from '../loading.ts';
import type { RecordPanels } from '../record/panels.ts';
import type { ShownProject } from '../shownProject.ts';
import { withProgress } from '../tree/treeBinding.ts';
import { isShowing } from './isShowing.ts';
import type { DelegatedAction, InsightsNeeds } from './needs.ts';

/** Gives the insights what they need of the rest. */
export function joinInsights(
  { session, shown, screenShare, guard }: Core,
  extensionUri: vscode.Uri,
  panels: RecordPanels,
): InsightsNeeds {
  return {
    extensionUri,
    session,
    mask: () => screenShare.mask,
    openRecord: (projectId, id) => {
      panels.show(projectId, id, { focus: true });
    },
    showFiltered: async (filter) => {
      await showFiltered(session, filter);
    },
    run: async (action) => {
      await runAction(action, session, shown);
    },
    guard,
  };
}

async function showFiltered(session: Session, filter: LoadedFilter): Promise<void> {
  await vscode.commands.executeCommand('faceauth.submissions.focus');
  await withProgress(async () => {
    await session.arrange({ filter });
  });
}

async function runAction(action: DelegatedAction, session: Session, shown: ShownProject): Promise<void> {
  switch (action) {
    case 'addProject':
    case 'openDemo':
      await vscode.commands.executeCommand(`faceauth.${action}`);
      break;
    case 'clearFilters':
      // The days stay: they were fetched for this.
      await session.arrange({ filter: noFilter });
      break;
    case 'fetchRange':
      await fetchRange(session, shown);
  }
}

/** The tree shows the same days then: there is one list of what is loaded. */
async function fetchRange(session: Session, shown: ShownProject): Promise<void> {
  if (session.state.kind === 'idle') {
    return;
  }
  const { project, days } = session.state;
  const chosen = await askForDays(Date.now(), days, session.arrangement.zone);
  if (chosen !== undefined) {
    await shown.open(project, chosen);
    // Meanwhile another project may have been opened; and what failed is not asked for again unasked.
    if (isShowing(session.state, project, chosen)) {
      await loadAll(session);
    }
  }
}
