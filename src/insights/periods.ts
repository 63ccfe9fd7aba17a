import { utcDay } from '../submissions/days.ts';
import { outcomes } from './columns.ts';
import type { Counts } from './tally.ts';

/** What one bar of the chart over time stands for. */
export const units = ['day', 'week', 'month', 'year'] as const;

/** One of `units`. */
export type Unit = (typeof units)[number];

/** Days in a row and what came of their submissions. Days are numbered since 1970; both are inclusive. */
export interface Period {
  readonly from: number;
  readonly to: number;
  readonly counts: Counts;
}

/** More bars than this are too thin to be told apart. */
const mostBars = 190;

/** The days in periods of one unit, the oldest first and without gaps; the shortest unit that fits is taken. */
export function periodsOf(days: ReadonlyMap<number, Counts>): {
  readonly unit: Unit;
  readonly periods: readonly Period[];
} {
  const numbers = [...days.keys()].toSorted((one, other) => one - other);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) {
    return { unit: 'day', periods: [] };
  }
  const fits = (one: Unit): boolean => startsBetween(one, first, last, mostBars + 1).length <= mostBars;
  const unit = units.find(fits) ?? 'year';
  const starts = startsBetween(unit, first, last, Infinity);
  const periods = starts.map((from, index) => ({
    from,
    to: (starts[index + 1] ?? nextStart(unit, from)) - 1,
    counts: new Uint32Array(outcomes.length),
  }));
  let at = 0;
  for (const day of numbers) {
    while (day > (periods[at]?.to ?? Infinity)) {
      at++;
    }
    for (const [outcome, count] of days.get(day)?.entries() ?? []) {
      const { counts } = periods[at] ?? { counts: [] };
      counts[outcome] = (counts[outcome] ?? 0) + count;
    }
  }
  return { unit, periods };
}

/** The first days of the periods that the days from the first to the last lie in, at most so many. */
function startsBetween(unit: Unit, first: number, last: number, most: number): readonly number[] {
  const starts: number[] = [];
  for (let start = startOf(unit, first); start <= last && starts.length < most; start = nextStart(unit, start)) {
    starts.push(start);
  }
  return starts;
}

function startOf(unit: Unit, day: number): number {
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      // 1970 began on a Thursday; weeks begin on Mondays.
      return day - ((((day + 3) % 7) + 7) % 7);
    case 'month':
      return numberOf(`${utcDay(0, day).slice(0, 7)}-01`);
    case 'year':
      return numberOf(`${utcDay(0, day).slice(0, 4)}-01-01`);
  }
}

function nextStart(unit: Unit, start: number): number {
  switch (unit) {
    case 'day':
      return start + 1;
    case 'week':
      return start + 7;
    case 'month':
      return startOf(unit, start + 31);
    case 'year':
      return startOf(unit, start + 366);
  }
}

function numberOf(day: string): number {
  return Date.parse(day) / 86_400_000;
}
