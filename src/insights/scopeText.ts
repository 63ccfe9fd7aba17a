import * as l10n from '@vscode/l10n';
import type { InsightsView, ScopeText } from './insightsParts.ts';
import type { InsightsInput } from './partInput.ts';

/** What the page is about, and the buttons that change it; undefined where there is no such button. */
export function scopeText(input: InsightsInput): InsightsView['filter'] {
  const { filterText, besides, conditions = [] } = input;
  const buttons = [
    ...(besides === undefined
      ? [filterText === '' ? undefined : { action: 'clearFilters' as const, label: l10n.t('Clear Filters') }]
      : besidesButtons(besides.wasTree)),
    filterText === '' || besides?.text === l10n.t('all that is loaded')
      ? undefined
      : { action: 'lookAtAll' as const, label: l10n.t('Look at All That Is Loaded') },
    isAboutOnePolicy(input)
      ? undefined
      : { action: 'lookAtNewestPolicy' as const, label: l10n.t('Look at the Newest Policy Alone') },
  ].filter((button) => button !== undefined);
  return buttons.length === 0
    ? undefined
    : {
        text: filterText === '' ? l10n.t('All that is loaded') : l10n.t('Only {0}', filterText),
        conditionsTitle: l10n.t('Only:'),
        conditions: conditions.map((text) => ({ text, remove: l10n.t('Remove: {0}', text) })),
        ...(besides !== undefined && { tree: l10n.t('The tree shows: {0}', besides.text) }),
        buttons,
      };
}

function besidesButtons(wasTree: boolean): ScopeText['buttons'] {
  return [
    { action: 'showInTree', label: wasTree ? l10n.t('Back to the Filter Before') : l10n.t('Show It in the Tree') },
    { action: 'followTree', label: l10n.t('Look at What the Tree Shows') },
  ];
}

/** Whether there is no newest policy, or no other one beside it. */
function isAboutOnePolicy({ sample, tally }: InsightsInput): boolean {
  return tally.newestPolicy === undefined || sample.columns.policies.length < 2;
}
