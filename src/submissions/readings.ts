/** The six checks of the service, in the order in which its policy lists them. */
export const checkKinds = [
  'faceSimilarity',
  'occlusion',
  'faceCover',
  'headCover',
  'passiveLiveness',
  'activeLiveness',
] as const;

/** One of the six checks. */
export type CheckKind = (typeof checkKinds)[number];

/** A threshold or a score as sent: scores are 0..100; text is what could not be read as a number or a truth value. */
export type Reading = number | boolean | string;

/** One reading per check; absent where the service sent none. */
export type Readings = Readonly<Record<CheckKind, Reading | undefined>>;
