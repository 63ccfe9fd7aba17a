import { hourNumber, type TimeZone } from './days.ts';
import { leaf, numbersOf, type Group } from './groups.ts';

/** More rows than this under one parent are split into parts: nobody looks through them. */
export const mostRows = 1000;

/** The unit by which a long leaf is split. A run is `mostRows` submissions in the order in which they were received. */
export type Unit = 'day' | 'hour' | 'minute' | 'run';

/** The parts of a leaf, the newest first. */
export interface Parts {
  readonly unit: Unit;
  /** Keys count days or hours in the zone, minutes in UTC, all since 1970, or runs from 0; empty without a time. */
  readonly groups: readonly Group[];
}

const order: readonly Unit[] = ['day', 'hour', 'minute', 'run'];

/**
 * Splits a leaf with more than `mostRows` submissions by the coarsest unit finer than `within` that gives more than one
 * part; undefined for a shorter leaf. Each unit that is tried takes one pass over the leaf: some 30 ms for a million.
 */
export function split(
  group: Group,
  within: Unit | undefined,
  timeOf: (number: number) => number,
  zone: TimeZone,
): Parts | undefined {
  if (group.count <= mostRows) {
    return undefined;
  }
  const numbers = numbersOf(group);
  for (const unit of order.slice(within === undefined ? 0 : order.indexOf(within) + 1)) {
    const groups = unit === 'run' ? runsOf(numbers) : partsBy(numbers, unitNumber(unit, timeOf, zone));
    if (groups.length > 1) {
      return { unit, groups };
    }
  }
  return { unit: 'run', groups: runsOf(numbers) };
}

function unitNumber(
  unit: 'day' | 'hour' | 'minute',
  timeOf: (number: number) => number,
  zone: TimeZone,
): (number: number) => number {
  if (unit === 'minute') {
    return (number) => Math.floor(timeOf(number) / 60_000);
  }
  const length = unit === 'hour' ? 1 : 24;
  // Offsets of zones change at quarters of an hour, so one look-up holds for a whole quarter.
  const parts = new Map<number, number>();
  let last = { quarter: Number.NaN, part: Number.NaN };
  return (number) => {
    const time = timeOf(number);
    const quarter = Math.floor(time / 900_000);
    // Neighbours are mostly of the same quarter.
    if (quarter !== last.quarter) {
      const part = parts.get(quarter) ?? Math.floor(hourNumber(time, zone) / length);
      parts.set(quarter, part);
      last = { quarter, part };
    }
    return last.part;
  };
}

function partsBy(numbers: Uint32Array, keyOf: (number: number) => number): readonly Group[] {
  const parts = new Map<number, number[]>();
  let part: number[] = [];
  let before: number | undefined;
  for (const number of numbers) {
    const key = keyOf(number);
    if (key !== before) {
      part = parts.get(key) ?? [];
      parts.set(key, part);
      before = key;
    }
    part.push(number);
  }
  const last = (key: number): number => (Number.isNaN(key) ? -Infinity : key);
  return [...parts]
    .toSorted(([a], [b]) => last(b) - last(a))
    .map(([key, members]) => leaf(Number.isNaN(key) ? '' : String(key), Uint32Array.from(members)));
}

function runsOf(numbers: Uint32Array): readonly Group[] {
  return Array.from({ length: Math.ceil(numbers.length / mostRows) }, (_, run) =>
    leaf(String(run), numbers.subarray(run * mostRows, (run + 1) * mostRows)),
  );
}
