import * as l10n from '@vscode/l10n';
import type { Insights } from '../../insights/insights.ts';
import type { InsightsInput } from '../../insights/partInput.ts';
import { headline } from '../../session/headline.ts';
import type { ProjectState, State } from '../../session/state.ts';
import { countText } from '../../submissions/words/countText.ts';
import { filterWords } from '../../submissions/words/filterWords.ts';
import { conditionsOf, isEmpty, type LoadedFilter } from '../../submissions/model/filter.ts';
import type { Mask } from '../../submissions/privacy/mask.ts';
import { failureSentences, failureWords } from '../../submissions/words/failureWords.ts';
import { coverageOf } from './coverage.ts';

/** How the view is to be made. */
export interface Painting {
  /** What the session holds now, which may be more than what was looked at. */
  readonly now: State;
  /** The filter of the tree where that of the page differs, and whether the tree had the filter of the page before. */
  readonly besides: { readonly tree: LoadedFilter; readonly wasTree: boolean } | undefined;
  readonly mask: Mask;
  readonly locale: string;
  readonly generation: number;
}

/** What the view of the insights is made from. */
export function inputOf(shown: ProjectState, insights: Insights, painting: Painting): InsightsInput {
  const { sample, tally, people } = insights;
  const { store, arrangement } = shown.loaded;
  const { filter, zone, nearness } = arrangement;
  const { now, besides, mask, locale, generation } = painting;
  return {
    store,
    sample,
    tally,
    people,
    more: shown.loaded.more,
    facts: [
      headline(asItIsNow(counted(shown, insights), now), mask),
      ...leftOut(shown, sample.deleted),
      ...progressOf(shown, now, mask),
    ],
    filter,
    filterText: filterWords(filter, mask).join(', '),
    conditions: conditionsOf(filter).map(({ condition }) => filterWords(condition, mask).join(', ')),
    besides: besides && { text: treeText(besides.tree, mask), wasTree: besides.wasTree },
    remedies: now.kind === 'failed' ? failureWords(now.failure, mask, zone).remedies : [],
    ...coverageOf(shown, zone, Date.now()),
    zone,
    margin: nearness,
    locale,
    mask,
    generation,
  };
}

function treeText(tree: LoadedFilter, mask: Mask): string {
  return isEmpty(tree) ? l10n.t('all that is loaded') : filterWords(tree, mask).join(', ');
}

/** Counts the matches under the filter of the page. The state brought their number under the filter of the tree. */
function counted(shown: ProjectState, { sample }: Insights): ProjectState {
  return { ...shown, loaded: { ...shown.loaded, matching: sample.columns.size + sample.deleted } };
}

/**
 * Takes over the project and its `readAt` from the state of now: the project may have been renamed, or its newest
 * submissions read without anything new.
 */
function asItIsNow(shown: ProjectState, now: State): ProjectState {
  return now.kind === 'idle' || now.project.id !== shown.project.id
    ? shown
    : { ...shown, project: now.project, readAt: now.readAt };
}

function leftOut({ loaded }: ProjectState, deleted: number): readonly string[] {
  const broken = loaded.broken.length;
  return [
    ...(deleted === 0
      ? []
      : [
          deleted === 1
            ? l10n.t('1 deleted submission is left out.')
            : l10n.t('{0} deleted submissions are left out.', countText(deleted)),
        ]),
    ...(broken === 0
      ? []
      : [
          broken === 1
            ? l10n.t('1 record that cannot be read is left out.')
            : l10n.t('{0} records that cannot be read are left out.', countText(broken)),
        ]),
  ];
}

/** Whether more is coming, or why it is not. */
function progressOf(shown: ProjectState, now: State, mask: Mask): readonly string[] {
  if (now.kind === 'idle' || now.project.id !== shown.project.id) {
    return [];
  }
  if (now.kind === 'loading') {
    return [l10n.t('More is being loaded.')];
  }
  return now.kind === 'failed' ? [failureSentences(failureWords(now.failure, mask, now.loaded.arrangement.zone))] : [];
}
