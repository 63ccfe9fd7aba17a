/**
 * Why a score or its threshold is more likely a placeholder, a mistake or on another scale than meant from 0 to 100:
 * the score is outside of that, or 0 although it was approved, or on a scale of 1; or the threshold is such.
 */
export type Doubt = 'scoreOutside' | 'scoreZero' | 'scoreSmall' | 'thresholdOutside' | 'thresholdSmall';

/** What speaks against comparing a score with its enforced threshold, which is undefined where there is none. */
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
  // A threshold below 10 may be meant for scores such as 1 of 100.
  if (score < 1 ? threshold > 1 : score === 1 && threshold >= 10) {
    return 'scoreSmall';
  }
  return threshold < 1 && score > 1 ? 'thresholdSmall' : undefined;
}

/** Whether it is the score that is in doubt, so that it cannot be compared with any other threshold either. */
export function isAboutScore(doubt: Doubt): boolean {
  return doubt === 'scoreOutside' || doubt === 'scoreZero' || doubt === 'scoreSmall';
}
