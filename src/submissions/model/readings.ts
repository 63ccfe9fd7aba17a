import { checkKinds, type CheckKind } from '../../api/fields.ts';
import type { Reading, Readings } from '../../api/record.ts';
import { flagFrom } from '../../api/values.ts';

export { checkKinds, type CheckKind };
export type { Reading, Readings };

/** The checks whose scores are numbers: all but occlusion, of which only the service's fail code tells. */
export const scoredKinds = ['faceSimilarity', 'faceCover', 'headCover', 'passiveLiveness', 'activeLiveness'] as const;

/** One of the five checks with scores. */
export type ScoredKind = (typeof scoredKinds)[number];

/**
 * The same text for policies that require the same. A check that is not enforced may be sent as 0, `false` or not at
 * all; only occlusion is compared as sent.
 */
export function policyKey(policy: Readings): string {
  return checkKinds
    .map((kind) => (kind === 'occlusion' || isEnforced(policy[kind]) ? policy[kind] : 0))
    .map((reading) => JSON.stringify(reading ?? null))
    .join();
}

/**
 * 0, `false`, an absent threshold and a word for no or nothing mean not enforced. Any other text that is no number
 * counts as enforced, because its meaning is unknown.
 */
export function isEnforced(threshold: Reading | undefined): boolean {
  return typeof threshold === 'number' ? threshold > 0 : threshold !== undefined && flagFrom(threshold) === true;
}
