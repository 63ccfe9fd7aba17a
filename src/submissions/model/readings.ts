import { checkKinds, type CheckKind } from '../../api/fields.ts';
import type { Reading, Readings } from '../../api/record.ts';
import { flagFrom } from '../../api/values.ts';

export { checkKinds, type CheckKind };
export type { Reading, Readings };

/** The checks whose scores are numbers: all but occlusion, of which only the service's fail code tells. */
export const scoredKinds = ['faceSimilarity', 'faceCover', 'headCover', 'passiveLiveness', 'activeLiveness'] as const;

/** One of the five checks with scores. */
export type ScoredKind = (typeof scoredKinds)[number];

/** The same text for all policies that require the same: what is not enforced may be written as 0, `false` or not at all. */
export function policyKey(policy: Readings): string {
  return checkKinds
    .map((kind) => (kind === 'occlusion' || isEnforced(policy[kind]) ? policy[kind] : 0))
    .map((reading) => JSON.stringify(reading ?? null))
    .join();
}

/**
 * 0, `false`, a word for no or for nothing, and absence read as not enforced; any other text that is no number might be
 * anything, so it counts as enforced.
 */
export function isEnforced(threshold: Reading | undefined): boolean {
  return typeof threshold === 'number' ? threshold > 0 : threshold !== undefined && flagFrom(threshold) === true;
}
