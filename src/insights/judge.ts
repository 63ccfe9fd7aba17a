import { doubtAbout } from '../submissions/model/doubt.ts';
import { scoredKinds } from '../submissions/model/readings.ts';
import { approved, freely, heldByOcclusion, isDoubtful, other, scoreAt, type Columns } from './columns.ts';
import type { Thresholds } from './thresholds.ts';

/** Why the outcome of a submission under some thresholds cannot be told. */
export const openReasons = ['status', 'occlusion', 'unknownCode', 'noScore', 'implausible'] as const;

/** One of `openReasons`. */
export type OpenReason = (typeof openReasons)[number];

/** The outcome that a submission would have, or why that cannot be told. */
export type Estimate = 'approved' | 'rejected' | OpenReason;

/** Whether an estimate is an outcome. */
export function isDecided(came: Estimate): came is 'approved' | 'rejected' {
  return came === 'approved' || came === 'rejected';
}

/** One bit for each check of `scoredKinds`, the first lowest. */
const allChecks = (1 << scoredKinds.length) - 1;
const missingScore = 1 << scoredKinds.length;
const doubtfulScore = 2 << scoredKinds.length;

/** What submissions are judged by. */
export interface Judging {
  readonly thresholds: Thresholds;
  /** Whether a check without a usable score counts as recorded: failed where a fail code reports it, else passed. */
  readonly asRecorded: boolean;
}

/** Which submissions are judged, and by what: the same thresholds for all of them, whatever their own policy was. */
export interface Trial extends Judging {
  /** The place of a policy in the columns: only submissions checked under it are judged; all where undefined. */
  readonly policy: number | undefined;
}

/**
 * The failures of the submission at a place under some thresholds, as bits: one for each failed check, one for a
 * missing score, and one for a score that is probably not a measurement.
 */
export function failuresOf(columns: Columns, place: number, { thresholds, asRecorded }: Judging): number {
  let failures = 0;
  for (let check = 0; check < thresholds.length; check++) {
    const threshold = thresholds[check] ?? 0;
    const score = scoreAt(columns, place, check);
    const isInDoubt = isDoubtful(columns, place, check);
    // Most scores pass, and these must cost little, because this runs for every submission whenever a slider moves.
    if (threshold !== 0 && (isInDoubt || !(score >= threshold))) {
      const failure = isInDoubt ? doubtfulScore : bitOf(check, score, threshold);
      failures |= asRecorded ? settled(columns, place, check, failure) : failure;
    }
  }
  return failures;
}

/** The failures of a submission under its own policy, whose thresholds may be in doubt as well as the scores. */
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

/** Decides a check without a usable score by the fail codes alone. Any other failure stays as it is. */
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
 * The outcome that the submission would have with these failures. One score under its threshold is enough to reject. To
 * approve, every enforced check needs a score beyond doubt, and the fail codes may report nothing but scores.
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
