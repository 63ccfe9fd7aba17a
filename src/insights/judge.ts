import { doubtAbout } from '../submissions/model/doubt.ts';
import { scoredKinds } from '../submissions/model/readings.ts';
import { approved, freely, heldByOcclusion, isDoubtful, other, scoreAt, type Columns } from './columns.ts';
import type { Thresholds } from './thresholds.ts';

/** Why it cannot be told what would come of a submission. */
export const openReasons = ['status', 'occlusion', 'unknownCode', 'noScore', 'implausible'] as const;

/** One of `openReasons`. */
export type OpenReason = (typeof openReasons)[number];

/** What would come of a submission, or why that cannot be told. */
export type Estimate = 'approved' | 'rejected' | OpenReason;

/** Whether it can be told what would come of it. */
export function isDecided(came: Estimate): came is 'approved' | 'rejected' {
  return came === 'approved' || came === 'rejected';
}

/** One bit for each check of `scoredKinds`, the first lowest. */
const allChecks = (1 << scoredKinds.length) - 1;
const missingScore = 1 << scoredKinds.length;
const doubtfulScore = 2 << scoredKinds.length;

/** What submissions are held against. */
export interface Judging {
  readonly thresholds: Thresholds;
  /** Whether a check without a usable score counts as its record says: failed where a fail code reports it, else passed. */
  readonly asRecorded: boolean;
}

/** Which submissions are held against what: one threshold for all of them, whatever their own policy was. */
export interface Trial extends Judging {
  /** Only submissions that were checked under this one of the columns' policies; all where undefined. */
  readonly policy: number | undefined;
}

/**
 * Which checks the submission at a place fails under some thresholds: a bit each, one when a score is missing, and one
 * when a score is more likely no measurement.
 */
export function failuresOf(columns: Columns, place: number, { thresholds, asRecorded }: Judging): number {
  let failures = 0;
  for (let check = 0; check < thresholds.length; check++) {
    const threshold = thresholds[check] ?? 0;
    const score = scoreAt(columns, place, check);
    const isInDoubt = isDoubtful(columns, place, check);
    // Most pass: this runs for every submission whenever a slider moves.
    if (threshold !== 0 && (isInDoubt || !(score >= threshold))) {
      const failure = isInDoubt ? doubtfulScore : bitOf(check, score, threshold);
      failures |= asRecorded ? settled(columns, place, check, failure) : failure;
    }
  }
  return failures;
}

/** The same of a submission under its own policy, whose thresholds may be in doubt as well. */
export function ownFailuresOf(columns: Columns, place: number, { thresholds, asRecorded }: Judging): number {
  const isApproved = columns.outcomes[place] === approved;
  let failures = 0;
  for (let check = 0; check < thresholds.length; check++) {
    const threshold = thresholds[check] ?? 0;
    const score = scoreAt(columns, place, check);
    const isInDoubt = threshold !== 0 && doubtAbout(score, threshold, isApproved) !== undefined;
    const failure = isInDoubt ? doubtfulScore : threshold === 0 ? 0 : bitOf(check, score, threshold);
    failures |= asRecorded ? settled(columns, place, check, failure) : failure;
  }
  return failures;
}

/** What a check that its score leaves open comes to by the fail codes alone. */
function settled({ reported }: Columns, place: number, check: number, failure: number): number {
  return failure > allChecks ? (reported[place] ?? 0) & (1 << check) : failure;
}

function bitOf(check: number, score: number, threshold: number): number {
  return score < threshold ? 1 << check : score >= threshold ? 0 : missingScore;
}

/** The failed checks alone, as bits. */
export function failedIn(failures: number): number {
  return failures & allChecks;
}

/**
 * What would come of the submission with these failures. One score under its threshold is enough to reject; to approve,
 * every enforced check needs a score beyond doubt, and nothing but scores may have been reported.
 */
export function estimate(columns: Columns, place: number, failures: number): Estimate {
  if (columns.outcomes[place] === other) {
    return 'status';
  }
  if (failedIn(failures) !== 0) {
    return 'rejected';
  }
  const hold = columns.holds[place];
  if (hold !== freely) {
    return hold === heldByOcclusion ? 'occlusion' : 'unknownCode';
  }
  return failures === 0 ? 'approved' : (failures & missingScore) === 0 ? 'implausible' : 'noScore';
}
