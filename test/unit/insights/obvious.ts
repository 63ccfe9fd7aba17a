import { checkOfCode, checksOf, type Check } from '../../../src/submissions/checks.ts';
import type { Thresholds } from '../../../src/insights/thresholds.ts';
import { scoredKinds, type Readings } from '../../../src/submissions/readings.ts';
import type { Submission } from '../../../src/submissions/submission.ts';

/** What the simulator must say of one submission, told from the checks of its record alone. */
export function obviously(submission: Submission, policy: Readings): string {
  if (submission.status !== 'approved' && submission.status !== 'rejected') {
    return 'status';
  }
  const checks = scored({ ...submission, policy });
  if (checks.some(({ computed }) => computed === 'failed')) {
    return 'rejected';
  }
  if (submission.failCodes.some((code) => checkOfCode(code) === 'occlusion')) {
    return 'occlusion';
  }
  if (codesOfNothing(submission) > 0) {
    return 'unknownCode';
  }
  return checks.some(({ enforced, computed }) => enforced && computed === undefined) ? 'noScore' : 'approved';
}

/** Thresholds as a policy. */
export function policyWith(thresholds: Thresholds): Readings {
  const [faceSimilarity, faceCover, headCover, passiveLiveness, activeLiveness] = thresholds;
  return { faceSimilarity, occlusion: undefined, faceCover, headCover, passiveLiveness, activeLiveness };
}

/** The checks that compute as failed under a policy, whatever was reported. */
export function failedUnder(submission: Submission, policy: Readings): readonly Check[] {
  return scored({ ...submission, policy }).filter(({ computed }) => computed === 'failed');
}

// Unknown codes beyond one for each failure that no code reports.
function codesOfNothing(submission: Submission): number {
  const unknown = submission.failCodes.filter((code) => checkOfCode(code) === undefined);
  const silent = scored(submission).filter(({ computed, reported }) => computed === 'failed' && reported === undefined);
  return unknown.length - silent.length;
}

function scored(submission: Submission): readonly Check[] {
  const checks = checksOf(submission);
  return scoredKinds.flatMap((kind) => checks.filter((check) => check.kind === kind));
}
