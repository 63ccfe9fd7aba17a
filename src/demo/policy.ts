import type { Dice } from './random.ts';

/** The thresholds in force for one record: 0..100, 0 = not enforced, absent = not yet invented at that time. */
export interface Policy {
  readonly faceSimilarity: number;
  readonly occluded: boolean;
  readonly faceCover?: number;
  readonly headCover?: number;
  readonly liveness?: number;
  readonly activeLiveness?: number;
}

/** Newest first: what the demo project's owner set over time, each up to an age (0 = newest record, 1 = oldest). */
const history: readonly (readonly [upTo: number, Policy])[] = [
  [0.28, { faceSimilarity: 85, occluded: false, faceCover: 0, headCover: 50, liveness: 60, activeLiveness: 70 }],
  [0.5, { faceSimilarity: 85, occluded: false, faceCover: 0, headCover: 0, liveness: 60, activeLiveness: 0 }],
  [0.78, { faceSimilarity: 70, occluded: true, faceCover: 0, headCover: 0, liveness: 50, activeLiveness: 0 }],
  [0.92, { faceSimilarity: 70, occluded: false, faceCover: 40, headCover: 50 }],
];
const oldest: Policy = { faceSimilarity: 70, occluded: false };

/** Mostly numbers, in some records numeric strings, in some `false` for 0. */
const styles: readonly ((value: number | boolean) => unknown)[] = [
  (value) => value,
  (value) => (typeof value === 'number' ? String(value) : value),
  (value) => (value === 0 ? false : value),
];

/** Written once, as every record of a period and style carries the same one. */
const written = new Map([...history.map(([, policy]) => policy), oldest].map((policy) => [policy, inStyles(policy)]));

/** The policy in force at an age between 0 (newest record) and 1 (oldest). */
export function policyAt(age: number): Policy {
  return history.find(([upTo]) => age < upTo)?.[1] ?? oldest;
}

/** A policy of `policyAt` as the service writes it; shared between records, so not to be changed. */
export function writePolicy(policy: Policy, dice: Dice): Readonly<Record<string, unknown>> {
  const chance = dice();
  return written.get(policy)?.[chance < 0.06 ? 1 : chance < 0.12 ? 2 : 0] ?? {};
}

function inStyles(policy: Policy): Record<string, unknown>[] {
  const entries = Object.entries<number | boolean>({ ...policy });
  return styles.map((write) => Object.fromEntries(entries.map(([name, value]) => [`${name}_threshold`, write(value)])));
}
