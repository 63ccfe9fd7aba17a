/** The six checks of the service, in the order in which its policy lists them. */
export const checkKinds = [
  'faceSimilarity',
  'occlusion',
  'faceCover',
  'headCover',
  'passiveLiveness',
  'activeLiveness',
] as const;

/** The checks whose scores are numbers: all but occlusion, of which only the service's fail code tells. */
export const scoredKinds = ['faceSimilarity', 'faceCover', 'headCover', 'passiveLiveness', 'activeLiveness'] as const;

/** One of the six checks. */
export type CheckKind = (typeof checkKinds)[number];

/** One of the five checks with scores. */
export type ScoredKind = (typeof scoredKinds)[number];

/** A threshold or a score as sent: scores are 0..100; text is what could not be read as a number or a truth value. */
export type Reading = number | boolean | string;

/** One reading per check; absent where the service sent none. */
export type Readings = Readonly<Record<CheckKind, Reading | undefined>>;

/** The same text for all policies that require the same: what is not enforced may be written as 0, `false` or not at all. */
export function policyKey(policy: Readings): string {
  return checkKinds
    .map((kind) => (kind === 'occlusion' || isEnforced(policy[kind]) ? policy[kind] : 0))
    .map((reading) => JSON.stringify(reading ?? null))
    .join();
}

/** 0, `false` and absence read as not enforced; text that is no number might be anything, so it counts as enforced. */
export function isEnforced(threshold: Reading | undefined): boolean {
  return typeof threshold === 'number' ? threshold > 0 : threshold !== undefined && threshold !== false;
}
