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
