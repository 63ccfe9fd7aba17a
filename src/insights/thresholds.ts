import { isEnforced, scoredKinds, type Readings } from '../submissions/model/readings.ts';

/** One threshold for each of `scoredKinds`, in points: 0 is not enforced, NaN is enforced but no number. */
export type Thresholds = readonly number[];

/** The thresholds of a policy as recorded. */
export function thresholdsOf(policy: Readings): Thresholds {
  return scoredKinds.map((kind) => {
    const threshold = policy[kind];
    if (!isEnforced(threshold)) {
      return 0;
    }
    return typeof threshold === 'number' ? threshold : Number.NaN;
  });
}

/**
 * The thresholds that a person starts from when trying others. One that is no number cannot be moved, so it starts as
 * not enforced.
 */
export function startFrom(recorded: Thresholds): Thresholds {
  return recorded.map((threshold) => (Number.isNaN(threshold) ? 0 : threshold));
}
