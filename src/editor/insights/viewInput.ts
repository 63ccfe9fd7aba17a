import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Insights } from '../../insights/insights.ts';
import type { InsightsInput } from '../../insights/view.ts';
import { headline } from '../../session/headline.ts';
import type { State } from '../../session/state.ts';
import { countText } from '../../submissions/countText.ts';
import { filterWords } from '../../submissions/filterWords.ts';
import type { Mask } from '../../submissions/mask.ts';

/** What the view of the insights is made from. */
export function inputOf(
  state: Exclude<State, { kind: 'idle' }>,
  { sample, tally, findings }: Insights,
  mask: Mask,
): InsightsInput {
  const { store, arrangement } = state.loaded;
  const { filter, zone, nearness } = arrangement;
  const deleted =
    sample.deleted === 1
      ? l10n.t('1 deleted submission is left out.')
      : l10n.t('{0} deleted submissions are left out.', countText(sample.deleted));
  return {
    store,
    sample,
    tally,
    findings,
    facts: [headline(state, mask), ...(sample.deleted > 0 ? [deleted] : [])],
    filter,
    filterText: filterWords(filter, mask).join(', '),
    zone,
    margin: nearness,
    locale: vscode.env.language,
    mask,
  };
}
