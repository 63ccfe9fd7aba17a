import * as l10n from '@vscode/l10n';
import { explain } from '../../api/explain.ts';
import type { EmptyView, InsightsAction } from '../../protocol/insights.ts';
import type { State } from '../../session/state.ts';
import { countText } from '../../submissions/countText.ts';
import type { Mask } from '../../submissions/mask.ts';
import { plain } from '../../submissions/plain.ts';

/** What stands in the place of insights where nothing is loaded. */
export function nothingLoaded(state: State, mask: Mask): EmptyView {
  switch (state.kind) {
    case 'idle':
      return empty(l10n.t('Insights look at the submissions of a project. Add one, or look around in the demo data.'), [
        'addProject',
        'openDemo',
      ]);
    case 'loading':
      return empty(l10n.t('Loading submissions…'), []);
    case 'failed': {
      const { summary, advice } = explain(state.failure);
      return empty(`${l10n.t('Nothing is loaded.')} ${plain(mask.text(`${summary} ${advice}`), 600)}`, ['fetchRange']);
    }
    case 'ready':
      return empty(l10n.t('The service has no submissions for these days.'), ['fetchRange']);
  }
}

/** What stands there where nothing of what is loaded can be looked at. */
export function nothingToLookAt(deleted: number): EmptyView {
  return deleted === 0
    ? empty(l10n.t('No loaded submission matches the filter.'), ['clearFilters', 'fetchRange'])
    : empty(l10n.t('All {0} loaded submissions are deleted, and deleted ones are left out.', countText(deleted)), [
        'fetchRange',
      ]);
}

function empty(text: string, actions: readonly InsightsAction[]): EmptyView {
  return { title: l10n.t('Insights'), text, buttons: actions.map((action) => ({ action, label: labelOf(action) })) };
}

function labelOf(action: InsightsAction): string {
  switch (action) {
    case 'addProject':
      return l10n.t('Add Project…');
    case 'openDemo':
      return l10n.t('Explore Demo Data');
    case 'clearFilters':
      return l10n.t('Clear Filters');
    case 'fetchRange':
      return l10n.t('Fetch a Range…');
    case 'copyMarkdown':
      return l10n.t('Copy as Markdown');
    case 'saveCsv':
      return l10n.t('Save as CSV…');
    case 'resetThresholds':
      return l10n.t('Back to the newest policy');
  }
}
