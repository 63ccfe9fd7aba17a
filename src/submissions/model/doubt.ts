/**
 * Why a score or its threshold is probably a placeholder, a mistake or on another scale than 0 to 100. `Outside`: not
 * from 0 to 100. `Zero`: a score of 0 although the submission was approved. `Small`: on a scale from 0 to 1.
 */
export type Doubt = 'scoreOutside' | 'scoreZero' | 'scoreSmall' | 'thresholdOutside' | 'thresholdSmall';

/** Why a score, or comparing it with its threshold, is in doubt. `threshold`: undefined if none is enforced. */
export function doubtAbout(score: number, threshold: number | undefined, isApproved: boolean): Doubt | undefined {
  if (score < 0 || score > 100) {
    return 'scoreOutside';
  }
  if (threshold === undefined) {
    return undefined;
  }
  if (threshold > 100) {
    return 'thresholdOutside';
  }
  if (score === 0) {
    return isApproved ? 'scoreZero' : undefined;
  }
  // A score of exactly 1 is in doubt only from a threshold of 10 on: with a lower threshold it may mean 1 of 100.
  if (score < 1 ? threshold > 1 : score === 1 && threshold >= 10) {
    return 'scoreSmall';
  }
  return threshold < 1 && score > 1 ? 'thresholdSmall' : undefined;
}

/** Whether it is the score that is in doubt, so that it cannot be compared with any other threshold either. */
export function isAboutScore(doubt: Doubt): boolean {
  return doubt === 'scoreOutside' || doubt === 'scoreZero' || doubt === 'scoreSmall';
}
