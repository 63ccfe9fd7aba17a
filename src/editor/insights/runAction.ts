import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Remedy } from '../../api/explanation.ts';
import type { InsightsAction } from '../../protocol/insights.ts';
import { noFilter, type LoadedFilter } from '../../submissions/model/filter.ts';
import type { Core } from '../core.ts';
import { askForDays } from '../list/filterDates.ts';
import { loadAll } from '../list/loading.ts';
import { applyRemedy } from '../window/failureNotice.ts';
import { withViewProgress } from '../window/viewProgress.ts';
import { isShowing } from './isShowing.ts';

/** What the panel leaves to the rest of the extension. */
type DelegatedAction = Exclude<
  InsightsAction,
  | 'copyMarkdown'
  | 'saveCsv'
  | 'copyPolicy'
  | 'compareWith'
  | 'resetThresholds'
  | 'showMoreFlips'
  | 'followTree'
  | 'showInTree'
  | 'lookAtAll'
  | 'lookAtNewestPolicy'
>;

/** Shows in the tree what a filter lets through. */
export async function showFiltered({ session }: Core, filter: LoadedFilter): Promise<void> {
  await vscode.commands.executeCommand('faceauth.submissions.focus');
  await withViewProgress(async () => {
    await session.arrange({ filter });
  });
}

/** Does what a button of the page asks for. */
export async function runAction(action: DelegatedAction, core: Core): Promise<void> {
  switch (action) {
    case 'addProject':
    case 'openDemo':
      await vscode.commands.executeCommand(`faceauth.${action}`);
      break;
    case 'clearFilters':
      // The days stay: they were fetched for this.
      await core.session.arrange({ filter: noFilter });
      break;
    case 'fetchRange':
      await fetchRange(core);
      break;
    default:
      await mend(action, core);
  }
}

/** Carries out a remedy of the failure that is shown; does nothing where the failure is over by now. */
async function mend(remedy: Remedy, { session, shown, mask }: Core): Promise<void> {
  if (session.state.kind === 'failed') {
    const { failure, project } = session.state;
    const again = async (): Promise<void> => {
      await shown.tryAgain();
    };
    await applyRemedy(remedy, failure, { mask, again, projectId: project.id });
  }
}

/**
 * Loads days that a person chooses. The tree then shows the same days, because there is only one list of what is
 * loaded.
 */
async function fetchRange({ session, shown }: Core): Promise<void> {
  if (session.state.kind === 'idle') {
    return;
  }
  const { project, days } = session.state;
  const { zone } = session.arrangement;
  const chosen = await askForDays({ project, before: days, zone, title: l10n.t('Fetch a Range for Insights') });
  if (chosen !== undefined) {
    await shown.open(project, chosen);
    // Meanwhile another project may have been opened. After a failure, only a person asks again.
    if (isShowing(session.state, project, chosen)) {
      await loadAll(session);
    }
  }
}
