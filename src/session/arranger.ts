import { matcherOf } from '../submissions/model/filter.ts';
import { keysIn, type Keys } from '../submissions/model/groups.ts';
import type { Submission } from '../submissions/model/submission.ts';
import type { Arrangement } from './arrangement.ts';

/** Tells the places of a submission in an arrangement; none for what its filter holds back. */
export function arranger({
  grouping,
  filter,
  zone,
  nearness,
}: Arrangement): (submission: Submission) => readonly Keys[] {
  const keysOf = keysIn(grouping, zone);
  const matches = matcherOf(filter, nearness);
  return (submission) => (matches(submission) ? keysOf(submission) : []);
}

/** Submissions with their places in the groups; `matching` counts those that have any. */
export class Members {
  readonly all = new Map<Keys, number[]>();
  matching = 0;

  add(number: number, places: readonly Keys[]): void {
    this.matching += places.length > 0 ? 1 : 0;
    for (const keys of places) {
      const numbers = this.all.get(keys);
      if (numbers === undefined) {
        this.all.set(keys, [number]);
      } else {
        numbers.push(number);
      }
    }
  }
}
