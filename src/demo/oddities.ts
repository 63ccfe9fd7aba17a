import { mix } from './random.ts';

/**
 * Each oddity, and of how many records one shows it. Where several apply, the first wins, so the rarest stand first.
 * The last four were added later; they stand at the end so that the same records still show the others.
 */
const oneIn = [
  ['noId', 1000],
  ['wrongType', 1000],
  ['noStatus', 500],
  ['trueThreshold', 500],
  ['unknownCode', 300],
  ['codeAbove', 300],
  ['bareStrings', 300],
  ['typo', 400],
  ['noFailCode', 250],
  ['approvedUnder', 250],
  ['noScore', 250],
  ['pending', 250],
  ['atThreshold', 200],
  ['outOfOrder', 150],
  ['extraFields', 80],
  ['approvedWithCode', 400],
  ['placeholderScore', 400],
  ['unreadableTime', 500],
  ['otherTypes', 400],
] as const;

/** What makes a record unlike its neighbours: a contradiction, a variant in writing, or damage. */
export type Oddity = (typeof oneIn)[number][0];

/**
 * The oddity of an index, if it has one. Each kind applies to one record in every full run of as many records as
 * `oneIn` says.
 */
export function oddityAt(seed: number, index: number, broken: boolean): Oddity | undefined {
  const found = oneIn.find(([, every], kind) => {
    const turn = mix(mix(seed, kind + 100), Math.floor(index / every)) % every;
    return turn === index % every;
  });
  return found === undefined || (!broken && isBroken(found[0])) ? undefined : found[0];
}

/** Whether records of this oddity cannot be read as a submission at all. */
export function isBroken(oddity: Oddity | undefined): boolean {
  return oddity === 'noId' || oddity === 'wrongType';
}
