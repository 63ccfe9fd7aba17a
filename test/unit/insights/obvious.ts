import { checkOfCode, checksOf, type Check } from '../../../src/submissions/model/checks.ts';
import type { Thresholds } from '../../../src/insights/thresholds.ts';
import { scoredKinds, type Readings } from '../../../src/submissions/model/readings.ts';
import type { Submission } from '../../../src/submissions/model/submission.ts';

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

function scored(submission: Submission): readonly Check[] {
  const checks = checksOf(submission);
  return scoredKinds.flatMap((kind) => checks.filter((check) => check.kind === kind));
}
