import * as l10n from '@vscode/l10n';
import { scoredKinds } from '../submissions/readings.ts';
import { checkName, scoreText } from '../submissions/words.ts';
import type { Columns, Policy } from './columns.ts';
import { totalOf } from './slices.ts';
import type { Tally } from './tally.ts';

/** A policy that came into force after another. `time` in ms since 1970: of its first submission. */
export interface PolicyChange {
  readonly time: number;
  readonly before: Policy;
  readonly after: Policy;
}

/** Rarer policies are oddities of single records, not changes. */
const leastShare = 0.01;

/** When the policies of the submissions changed, the oldest change first. */
export function changesIn({ size, policies }: Columns, { policies: tallies }: Tally): readonly PolicyChange[] {
  const inForce = policies
    .map((policy, place) => ({ policy, time: tallies[place]?.first ?? Number.NaN, of: tallies[place]?.outcomes }))
    .filter(({ time, of }) => !Number.isNaN(time) && of !== undefined && totalOf(of) >= size * leastShare)
    .toSorted((one, other) => one.time - other.time);
  return inForce.flatMap(({ policy: after, time }, index) => {
    const before = inForce[index - 1]?.policy;
    return before === undefined ? [] : [{ time, before, after }];
  });
}

/** `Face similarity 70 → 85`, and how many other thresholds changed with it. */
export function policyChange(before: Policy, after: Policy): string {
  const changed = scoredKinds.flatMap((kind, check) => {
    const [old, next] = [before.thresholds[check] ?? 0, after.thresholds[check] ?? 0];
    return Object.is(old, next)
      ? []
      : [l10n.t('{0} {1} → {2}', checkName(kind), thresholdText(old), thresholdText(next))];
  });
  const [first] = changed;
  if (first === undefined) {
    return l10n.t('occlusion changed');
  }
  return changed.length === 1 ? first : l10n.t('{0}, +{1}', first, changed.length - 1);
}

/** A threshold as a table has it. */
export function thresholdText(threshold: number): string {
  if (Number.isNaN(threshold)) {
    return l10n.t('no number');
  }
  return threshold === 0 ? l10n.t('off') : scoreText(threshold);
}
