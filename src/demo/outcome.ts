import type { Oddity } from './oddities.ts';
import type { Policy } from './policy.ts';
import { between, type Dice, pick } from './random.ts';

/** What came of one attempt, in the service's canonical (snake case) names. */
export interface Outcome {
  status: string | undefined;
  result: Record<string, number | boolean>;
  codes: string[];
  comments: string[];
}

type Cause = keyof Policy;

const reasons: Readonly<Record<Cause, readonly [code: string, comment: string]>> = {
  faceSimilarity: ['face_compare_underscore', 'face similarity is lower than the threshold.'],
  occluded: ['Face_Occluded_fail', 'face is occluded and the confidence is higher than threshold.'],
  faceCover: ['Face_cover_fail', 'protective equipment is not found on the face.'],
  headCover: ['Head_cover_fail', 'protective equipment is not found on the head.'],
  liveness: ['Demo_liveness_fail', 'liveness score is lower than the threshold.'],
  activeLiveness: ['Demo_active_liveness_fail', 'active liveness score is lower than the threshold.'],
};

const likelyCauses: readonly [Cause, ...Cause[]] = [
  'faceSimilarity',
  'faceSimilarity',
  'faceSimilarity',
  'occluded',
  'occluded',
  'liveness',
  'activeLiveness',
  'headCover',
  'faceCover',
];

/** These start from an attempt that passed every check; adjustments then contradicts it. */
const passingOddities: ReadonlySet<Oddity | undefined> = new Set<Oddity>([
  'unknownCode',
  'codeAbove',
  'noFailCode',
  'approvedUnder',
  'noScore',
  'atThreshold',
  'pending',
  'approvedWithCode',
  'placeholderScore',
]);

const adjustments: Partial<Record<Oddity, (outcome: Outcome, policy: Policy) => void>> = {
  unknownCode: (outcome) => {
    reject(outcome, 'Zz_new_code_2027', 'a reason that came after this was written.');
  },
  codeAbove: (outcome, policy) => {
    reject(outcome, ...(policy.occluded ? reasons.headCover : reasons.faceSimilarity));
  },
  noFailCode: (outcome) => {
    outcome.status = 'rejected';
  },
  approvedUnder: ({ result }, policy) => {
    const part = Number(result['face_similarity']) % 1;
    result['face_similarity'] = Math.fround(policy.faceSimilarity - 0.4 - 6 * part);
  },
  atThreshold: (outcome, policy) => {
    outcome.result['face_similarity'] = policy.faceSimilarity;
  },
  approvedWithCode: ({ codes, comments }) => {
    codes.push(reasons.occluded[0]);
    comments.push(reasons.occluded[1]);
  },
  placeholderScore: ({ result }) => {
    result['face_similarity'] = -1;
  },
  noScore: (outcome) => {
    delete outcome.result['face_similarity'];
  },
  noStatus: (outcome) => {
    outcome.status = undefined;
  },
  pending: (outcome) => {
    outcome.status = 'pending';
    outcome.result = {};
  },
};

/** The outcome of an attempt under a policy: about four in five approved, most retried attempts rejected. */
export function outcomeOf(policy: Policy, attempt: number, oddity: Oddity | undefined, dice: Dice): Outcome {
  const causes = causesOf(policy, attempt, oddity, dice);
  const outcome: Outcome = { status: 'approved', result: resultOf(policy, causes, dice), codes: [], comments: [] };
  for (const cause of causes) {
    reject(outcome, ...reasons[cause]);
  }
  if (oddity !== undefined) {
    adjustments[oddity]?.(outcome, policy);
  }
  return outcome;
}

function causesOf(policy: Policy, attempt: number, oddity: Oddity | undefined, dice: Dice): readonly Cause[] {
  if (passingOddities.has(oddity)) {
    return [];
  }
  if (oddity === 'bareStrings') {
    return ['faceSimilarity'];
  }
  if (dice() < (attempt === 0 ? 0.9 : 0.08)) {
    return [];
  }
  const causes = Array.from({ length: dice() < 0.14 ? 2 : 1 }, () => pick(dice, likelyCauses));
  const possible = causes.map((cause) => (cause === 'occluded' || isSet(policy[cause]) ? cause : 'faceSimilarity'));
  return [...new Set(possible)];
}

function isSet(threshold: number | undefined): boolean {
  return threshold !== undefined && threshold > 0;
}

function reject(outcome: Outcome, code: string, comment: string): void {
  outcome.status = 'rejected';
  outcome.codes.push(code);
  outcome.comments.push(comment);
}

function resultOf(policy: Policy, causes: readonly Cause[], dice: Dice): Outcome['result'] {
  const score = (cause: Exclude<Cause, 'occluded'>) => {
    const threshold = policy[cause] ?? 0;
    return causes.includes(cause) ? failing(threshold, dice) : passing(threshold, dice);
  };
  const result: Outcome['result'] = {};
  if (isSet(policy.activeLiveness) || dice() < 0.7) {
    result['active_liveness_score'] = score('activeLiveness');
  }
  if (isSet(policy.liveness) || dice() < 0.2) {
    result['liveness_score'] = score('liveness');
  }
  result['face_similarity'] = score('faceSimilarity');
  result['detectOccluded'] = causes.includes('occluded');
  if (isSet(policy.faceCover)) {
    result['face_cover'] = score('faceCover');
  }
  if (isSet(policy.headCover)) {
    result['head_cover'] = score('headCover');
  }
  return result;
}

/** Single precision, as the service's own scores are; most high, few near the threshold, never on it. */
function passing(threshold: number, dice: Dice): number {
  const score = 100 - (100 - (threshold || 60)) * 0.98 * dice() ** 4;
  return score > 99.9 ? 100 : Math.fround(score);
}

function failing(threshold: number, dice: Dice): number {
  return Math.fround(threshold * (0.997 - between(dice, 0, 0.75) ** 2));
}
