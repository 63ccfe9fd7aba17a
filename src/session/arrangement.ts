import type { TimeZone } from '../submissions/model/days.ts';
import { matcherOf, noFilter, type LoadedFilter } from '../submissions/model/filter.ts';
import { keysIn, type Grouping, type Keys } from '../submissions/model/groups.ts';
import type { Submission } from '../submissions/model/submission.ts';

/** What the row of a submission begins with: its id, or what failed. */
export type RowLabel = 'id' | 'reason';

/** How what is loaded is shown: grouped, filtered, and sorted into the days of a zone. */
export interface Arrangement {
  readonly grouping: Grouping;
  readonly filter: LoadedFilter;
  readonly zone: TimeZone;
  /** How many points around a threshold count as near to it. */
  readonly nearness: number;
  readonly rowLabel: RowLabel;
}

/** The arrangement that nobody has changed. */
export const usualArrangement: Arrangement = {
  grouping: 'status',
  filter: noFilter,
  zone: 'utc',
  nearness: 5,
  rowLabel: 'id',
};

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
