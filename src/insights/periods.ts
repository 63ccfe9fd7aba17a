import { dayLength } from '../api/timeReading.ts';
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

/** Days as they are drawn. */
export interface Periods {
  readonly unit: Unit;
  /** The oldest first and without gaps. */
  readonly periods: readonly Period[];
  /** The days that are too far from the others to be drawn beside them: at most one period before and one after. */
  readonly far: readonly Period[];
}

/** More bars than this are too thin to be told apart. */
const mostBars = 190;

/** A time more than this many years from the middle of all times is probably wrong, so no bars are drawn for it. */
export const mostYears = 20;

/**
 * The days in periods of one unit: the shortest unit with few enough bars. `asked` are the days that were asked for;
 * they become periods even without a submission.
 */
export function periodsOf(
  days: ReadonlyMap<number, Counts>,
  asked?: { readonly from: number; readonly to: number },
): Periods {
  const numbers = [...days.keys()].toSorted((one, other) => one - other);
  const middle = middleOf(numbers, days);
  const reach = mostYears * 366;
  const near = numbers.filter((day) => Math.abs(day - middle) <= reach);
  const far = [numbers.filter((day) => day < middle - reach), numbers.filter((day) => day > middle + reach)];
  return {
    ...drawn(near, days, asked && [Math.max(asked.from, middle - reach), Math.min(asked.to, middle + reach)]),
    far: far.flatMap((some) => {
      const [from, to] = [some[0], some.at(-1)];
      return from === undefined || to === undefined ? [] : [filled({ from, to, counts: none() }, some, days)];
    }),
  };
}

function drawn(
  numbers: readonly number[],
  days: ReadonlyMap<number, Counts>,
  asked: readonly number[] = [],
): Omit<Periods, 'far'> {
  if (numbers.length === 0) {
    return { unit: 'day', periods: [] };
  }
  const ends = [...numbers.slice(0, 1), ...numbers.slice(-1), ...asked];
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  // Years always fit, because all days lie within `mostYears` of their middle.
  const unit = units.find((one) => startsBetween(one, first, last).length <= mostBars) ?? 'year';
  const starts = startsBetween(unit, first, last);
  const dayNumbers = Map.groupBy(numbers, (day) => starts.findLast((start) => start <= day));
  const periods = starts.map((from, index) => {
    const to = (starts[index + 1] ?? nextStart(unit, from)) - 1;
    return filled({ from, to, counts: none() }, dayNumbers.get(from) ?? [], days);
  });
  return { unit, periods };
}

function none(): Counts {
  return new Uint32Array(outcomes.length);
}

function filled(period: Period, numbers: readonly number[], days: ReadonlyMap<number, Counts>): Period {
  for (const day of numbers) {
    for (const [outcome, count] of days.get(day)?.entries() ?? []) {
      period.counts[outcome] = (period.counts[outcome] ?? 0) + count;
    }
  }
  return period;
}

/** The day that half of the submissions lie before; NaN where there are none. */
function middleOf(numbers: readonly number[], days: ReadonlyMap<number, Counts>): number {
  const countOf = (day: number): number => days.get(day)?.reduce((sum, count) => sum + count, 0) ?? 0;
  let left = numbers.reduce((sum, day) => sum + countOf(day), 0) / 2;
  return numbers.find((day) => (left -= countOf(day)) < 0) ?? Number.NaN;
}

/** The first days of all periods from the day `first` to the day `last`. Stops after `mostBars` and one more. */
function startsBetween(unit: Unit, first: number, last: number): readonly number[] {
  const starts: number[] = [];
  for (let start = startOf(unit, first); start <= last && starts.length <= mostBars; start = nextStart(unit, start)) {
    starts.push(start);
  }
  return starts;
}

function startOf(unit: Unit, day: number): number {
  const date = new Date(day * dayLength);
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      // 1970 began on a Thursday; weeks begin on Mondays.
      return day - ((((day + 3) % 7) + 7) % 7);
    case 'month':
      return firstDayOf(date.getUTCFullYear(), date.getUTCMonth());
    case 'year':
      return firstDayOf(date.getUTCFullYear(), 0);
  }
}

function nextStart(unit: Unit, start: number): number {
  const date = new Date(start * dayLength);
  switch (unit) {
    case 'day':
      return start + 1;
    case 'week':
      return start + 7;
    case 'month':
      return firstDayOf(date.getUTCFullYear(), date.getUTCMonth() + 1);
    case 'year':
      return firstDayOf(date.getUTCFullYear() + 1, 0);
  }
}

/** `setUTCFullYear`, because `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
function firstDayOf(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month, 1) / dayLength;
}
