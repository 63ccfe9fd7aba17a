import { checkOf, checkOfCode, type Check } from '../../../src/submissions/model/checks.ts';
import type { Thresholds } from '../../../src/insights/thresholds.ts';
import { scoredKinds, type Readings, type ScoredKind } from '../../../src/submissions/model/readings.ts';
import type { Submission } from '../../../src/submissions/model/submission.ts';

/**
 * What the simulator must say of one submission, told from the checks of its record alone. `asRecorded`: a check that its
 * score leaves open failed where a fail code names it, else it passed.
 */
export function obviously(submission: Submission, policy: Readings, asRecorded = false): string {
  if (submission.status !== 'approved' && submission.status !== 'rejected') {
    return 'status';
  }
  const checks = checksUnder(submission, policy, asRecorded);
  if (checks.some(({ computed }) => computed === 'failed')) {
    return 'rejected';
  }
  if (submission.failCodes.some((code) => checkOfCode(code) === 'occlusion')) {
    return 'occlusion';
  }
  if (codesOfNothing(submission) > 0) {
    return 'unknownCode';
  }
  const open = checks.filter(({ enforced, computed }) => enforced && computed === undefined);
  return open.length === 0 ? 'approved' : open.every(({ doubt }) => doubt !== undefined) ? 'implausible' : 'noScore';
}

/** Thresholds as a policy. */
export function policyWith(thresholds: Thresholds): Readings {
  const [faceSimilarity, faceCover, headCover, passiveLiveness, activeLiveness] = thresholds;
  return { faceSimilarity, occlusion: undefined, faceCover, headCover, passiveLiveness, activeLiveness };
}

/** The checks that compute as failed under a policy, whatever was reported. */
export function failedUnder(submission: Submission, policy: Readings, asRecorded = false): readonly Check[] {
  return checksUnder(submission, policy, asRecorded).filter(({ computed }) => computed === 'failed');
}

const documented = new Set(['face_compare_underscore', 'face_occluded_fail', 'face_cover_fail', 'head_cover_fail']);

// Unknown codes beyond one for each liveness score under its threshold: only for these no code is documented.
function codesOfNothing({ failCodes, measured, policy }: Submission): number {
  const unknown = failCodes.filter((code) => !documented.has(code.toLowerCase()));
  const low = (['passiveLiveness', 'activeLiveness'] as const).filter((kind) => {
    const [score, threshold] = [measured[kind], policy[kind]];
    return typeof score === 'number' && typeof threshold === 'number' && threshold > 0 && score < threshold;
  });
  return unknown.length - low.length;
}

function checksUnder(submission: Submission, policy: Readings, asRecorded: boolean): readonly Check[] {
  const checks = scoredKinds.map((kind) => checkUnder(submission, policy, kind));
  const named = new Set(submission.failCodes.map(checkOfCode));
  return checks.map((check) =>
    asRecorded && check.enforced && check.computed === undefined
      ? { ...check, doubt: undefined, computed: named.has(check.kind) ? 'failed' : 'passed' }
      : check,
  );
}

// A score that is in doubt under its own policy is so under every other; what is tried is never in doubt.
function checkUnder(submission: Submission, policy: Readings, kind: ScoredKind): Check {
  const own = checkOf(submission, kind);
  if (policy === submission.policy) {
    return own;
  }
  const check = { ...checkOf({ ...submission, policy }, kind), doubt: undefined };
  const [score, threshold] = [check.measured, check.threshold];
  if (own.doubt?.startsWith('score') === true) {
    return { ...check, doubt: own.doubt, computed: undefined, margin: undefined };
  }
  return typeof score === 'number' && typeof threshold === 'number' && threshold > 0
    ? { ...check, computed: score < threshold ? 'failed' : 'passed', margin: score - threshold }
    : check;
}
