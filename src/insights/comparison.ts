import type { Columns } from './columns.ts';
import { estimate, failuresOf, type Trial } from './judge.ts';
import type { Thresholds } from './thresholds.ts';
import { walkOver } from './walk.ts';

/** The outcome of a submission under a policy, as far as its scores tell; `open` where they do not. */
export const ends = ['approved', 'rejected', 'open'] as const;

/** One of `ends`. */
export type End = (typeof ends)[number];

/** Counts of submissions: by their outcome under the tried thresholds, and then by that under the other thresholds. */
export type Comparison = Readonly<Record<End, Readonly<Record<End, number>>>>;

/** Compares the outcomes of the same submissions under two policies; undefined once the signal is aborted. */
export async function compare(
  columns: Columns,
  trial: Trial,
  others: Thresholds,
  signal: AbortSignal,
): Promise<Comparison | undefined> {
  const pairs = new Uint32Array(ends.length ** 2);
  const other = { ...trial, thresholds: others };
  const done = await walkOver(columns.size, signal, (from, to) => {
    for (let place = from; place < to; place++) {
      if (trial.policy === undefined || columns.policyOf[place] === trial.policy) {
        const pair = endAt(columns, place, trial) * ends.length + endAt(columns, place, other);
        pairs[pair] = (pairs[pair] ?? 0) + 1;
      }
    }
  });
  const counts = (tried: number) => {
    const [approved = 0, rejected = 0, open = 0] = pairs.subarray(tried * ends.length);
    return { approved, rejected, open };
  };
  return done ? { approved: counts(0), rejected: counts(1), open: counts(2) } : undefined;
}

/**
 * The places of all submissions with the two wanted outcomes: the first as tried, the second under the other
 * thresholds.
 */
export function placesApart(
  columns: Columns,
  trial: Trial,
  others: Thresholds,
  wanted: readonly [tried: End, other: End],
): readonly number[] {
  const [triedEnd, otherEnd] = wanted.map((end) => ends.indexOf(end));
  const other = { ...trial, thresholds: others };
  const places: number[] = [];
  for (let place = 0; place < columns.size; place++) {
    const counts = trial.policy === undefined || columns.policyOf[place] === trial.policy;
    if (counts && endAt(columns, place, trial) === triedEnd && endAt(columns, place, other) === otherEnd) {
      places.push(place);
    }
  }
  return places;
}

/** The place in `ends` of a submission's outcome. */
function endAt(columns: Columns, place: number, trial: Trial): number {
  const came = estimate(columns, place, failuresOf(columns, place, trial));
  return came === 'approved' ? 0 : came === 'rejected' ? 1 : 2;
}
