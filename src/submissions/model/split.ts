import { hourNumber, type TimeZone } from './days.ts';
import { leaf, numbersOf, type Group } from './groups.ts';

/** So many rows below one another are as many as one can look through; more are split. */
export const mostRows = 1000;

/** Into what a leaf is split that holds too many submissions; a run is a thousand of them as they were received. */
export type Unit = 'day' | 'hour' | 'minute' | 'run';

/** The parts of a leaf, the newest first. */
export interface Parts {
  readonly unit: Unit;
  /** The key of a part is its unit's number since 1970 in the zone, or its place among the runs; empty without a time. */
  readonly groups: readonly Group[];
}

const order: readonly Unit[] = ['day', 'hour', 'minute', 'run'];

/**
 * Splits what is too long to be shown by the coarsest unit that parts it, among those finer than `within`; undefined
 * when it is short enough. One pass over the leaf: a million take some 30 ms.
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
  // Clocks are set by quarters of an hour at the least, so that each is looked up once.
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
