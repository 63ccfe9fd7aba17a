import * as l10n from '@vscode/l10n';
import { countText } from '../submissions/words/countText.ts';
import { dayNumber, type TimeZone } from '../submissions/model/days.ts';
import type { Mask } from '../submissions/privacy/mask.ts';
import { maskedAlone } from '../submissions/privacy/masked.ts';
import { plain } from '../submissions/words/plain.ts';
import { scoredKinds, type Reading } from '../submissions/model/readings.ts';
import { numberText } from '../submissions/words/numberText.ts';
import { checkTitle } from '../submissions/words/titles.ts';
import { countCell, shareCell, thresholdCell } from './cells.ts';
import type { Columns, Policy } from './columns.ts';
import type { DateWriter } from './dates.ts';
import type { TablePart, TableRow } from './insightsParts.ts';
import { outcomeOf } from './seriesWords.ts';
import { totalOf } from './slices.ts';
import type { PolicyTally, Tally } from './tally.ts';
import type { PartInput } from './partInput.ts';

/** At most this many policies are listed; older ones are only counted. */
const mostPolicies = 50;

/** Which policies the submissions were checked against, from when to when, and what came of it; the newest first. */
export function policiesPart(input: PartInput): TablePart {
  const { sample, tally } = input;
  const rows = seenPolicies(sample.columns, tally);
  const left = rows.length - mostPolicies;
  return {
    title: l10n.t('Policies of these submissions'),
    columns: [
      { label: l10n.t('Seen'), number: false },
      ...scoredKinds.map((kind) => ({ label: checkTitle(kind), number: true })),
      { label: checkTitle('occlusion'), number: false },
      { label: l10n.t('Submissions'), number: true },
      { label: l10n.t('Approved'), number: true, percent: true },
      { label: l10n.t('Rejected'), number: true, percent: true },
    ],
    rows: rows.slice(0, mostPolicies).map(({ policy, of }) => rowOf(policy, of, input)),
    notes: [
      ...(rows.length === 0 ? [l10n.t('There is no submission.')] : []),
      ...(left > 0 ? [l10n.t('Older policies that are not listed: {0}.', countText(left))] : []),
    ],
  };
}

/** A policy and the submissions that were checked under it. */
export interface SeenPolicy {
  readonly policy: Policy;
  readonly of: PolicyTally;
}

/** All policies, the one that was seen last first. */
export function seenPolicies({ policies }: Columns, tally: Tally): readonly SeenPolicy[] {
  return policies
    .flatMap((policy, place) => {
      const of = tally.policies[place];
      return of === undefined ? [] : [{ policy, of, last: Number.isNaN(of.last) ? -Infinity : of.last }];
    })
    .toSorted((one, other) => (one.last === other.last ? 0 : other.last - one.last));
}

/** From when to when a policy was seen. */
export function seenText(
  { first, last }: Pick<PolicyTally, 'first' | 'last'>,
  zone: TimeZone,
  dates: DateWriter,
): string {
  return Number.isNaN(first) ? l10n.t('no time') : dates.range(dayNumber(first, zone), dayNumber(last, zone));
}

/** As recorded: what a truth value means here is documented nowhere. */
function occlusionText(threshold: Reading, mask: Mask): string {
  return typeof threshold === 'number' ? numberText(threshold) : plain(String(maskedAlone(threshold, mask)), 20);
}

function rowOf(policy: Policy, { outcomes, first, last }: PolicyTally, input: PartInput): TableRow {
  const { dates, zone, marks, narrowed, mask } = input;
  const total = totalOf(outcomes);
  const when = seenText({ first, last }, zone, dates);
  return {
    cells: [
      when,
      ...policy.thresholds.map(thresholdCell),
      policy.occlusion === undefined ? l10n.t('not in policy') : occlusionText(policy.occlusion, mask),
      countCell(total),
      shareCell(outcomes[outcomeOf.approved] ?? 0, total),
      shareCell(outcomes[outcomeOf.rejected] ?? 0, total),
    ],
    mark: marks.some(narrowed({ policy: policy.key }), total, l10n.t('policy seen {0}', when)),
  };
}
