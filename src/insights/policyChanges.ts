import * as l10n from '@vscode/l10n';
import { scoredKinds } from '../submissions/model/readings.ts';
import { numberText } from '../submissions/words/numberText.ts';
import { checkName } from '../submissions/words/titles.ts';
import type { Columns, Policy } from './columns.ts';
import type { Tally } from './tally.ts';
import type { Thresholds } from './thresholds.ts';

/** A policy that came into force after another. `day`: the first day of it, numbered since 1970. */
export interface PolicyChange {
  readonly day: number;
  readonly before: Policy;
  readonly after: Policy;
}

/**
 * When the policies of the submissions changed, the oldest change first. A policy that comes back is a change again.
 */
export function changesIn({ policies }: Columns, tally: Tally): readonly PolicyChange[] {
  const days = [...tally.policiesOfDays].toSorted(([one], [other]) => one - other);
  let before: number | undefined;
  return days.flatMap(([day, counts], index) => {
    const place = commonest(counts, tally.usual);
    const [old, after] = [policies[before ?? -1], policies[place ?? -1]];
    if (after === undefined || place === before) {
      return [];
    }
    before = place;
    // On the day of a change most submissions may still come under the policy before. So if the day before already has
    // the new policy, it began on that day.
    const [dayBefore, countsBefore] = days[index - 1] ?? [];
    const began = dayBefore !== undefined && place !== undefined && countsBefore?.has(place) === true;
    return old === undefined ? [] : [{ day: began ? dayBefore : day, before: old, after }];
  });
}

function commonest(counts: ReadonlyMap<number, number>, usual: readonly boolean[]): number | undefined {
  const [most] = [...counts].filter(([place]) => usual[place] === true).toSorted(([, one], [, other]) => other - one);
  return most?.[0];
}

/** `Face similarity 70 → 85`, and how many other thresholds changed with it. */
export function policyChange(before: Policy, after: Policy): string {
  const changed = scoredKinds.flatMap((kind, check) => {
    const [old, next] = [before.thresholds[check] ?? 0, after.thresholds[check] ?? 0];
    return Object.is(old, next) ? [] : [l10n.t('{0} {1} → {2}', checkName(kind), policyText(old), policyText(next))];
  });
  const [first] = changed;
  if (first === undefined) {
    return before.occlusion === after.occlusion
      ? l10n.t('a threshold that is not a number changed')
      : l10n.t('occlusion changed');
  }
  return changed.length === 1 ? first : l10n.t('{0}, +{1}', first, changed.length - 1);
}

/** `face similarity 85, ID liveness off, …`: all thresholds of a policy. */
export function thresholdsText(thresholds: Thresholds): string {
  return scoredKinds
    .map((kind, check) => l10n.t('{0} {1}', checkName(kind), policyText(thresholds[check] ?? 0)))
    .join(', ');
}

/** A threshold as a table has it. */
export function policyText(threshold: number): string {
  if (Number.isNaN(threshold)) {
    return l10n.t('not a number');
  }
  return threshold === 0 ? l10n.t('off') : numberText(threshold);
}
