import { dayLength, timeOf } from '../../api/timeReading.ts';

/** How times are shown, and where the days of the tree begin. */
export type TimeZone = 'utc' | 'local';

const secondLength = 1000;
const minuteLength = 60 * secondLength;
const hourLength = 60 * minuteLength;

/**
 * The day of a time as `yyyy-mm-dd` in the zone; `time` in ms since 1970. The zone can move a time into the year 10000,
 * `10000-01-01`, or before the year 0, `-0001-12-31`: use `compareDays` to sort such texts.
 */
export function dayOf(time: number, zone: TimeZone): string {
  return dayOfNumber(dayNumber(time, zone));
}

/** Counts the days of the zone since 1970: the same number for all times of one day. */
export function dayNumber(time: number, zone: TimeZone): number {
  return Math.floor((time - offsetOf(time, zone)) / dayLength);
}

/** The day with this number, counted from 1970, as `yyyy-mm-dd`. */
export function dayOfNumber(number: number): string {
  const date = new Date(number * dayLength);
  const year = date.getUTCFullYear();
  const digits = String(Math.abs(year)).padStart(4, '0');
  return `${year < 0 ? '-' : ''}${digits}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

/** Whether a numbered day lies before the year 1. There, date formats count the years backwards and name no era. */
export function isBeforeYearOne(number: number): boolean {
  return number < firstDay + 366;
}

/** Compares the texts of two days for sorting, the older first. An empty text, for no day, is the oldest. */
export function compareDays(one: string, other: string): number {
  const years = yearOf(one) - yearOf(other);
  return years === 0 || Number.isNaN(years) ? (one === other ? 0 : one < other ? -1 : 1) : years;
}

function yearOf(day: string): number {
  return day === '' ? -Infinity : Number(day.slice(0, day.lastIndexOf('-', day.length - 4)));
}

/** Counts the hours of the zone since 1970: the same number for all times of one hour. */
export function hourNumber(time: number, zone: TimeZone): number {
  return Math.floor((time - offsetOf(time, zone)) / hourLength);
}

/** A time as `yyyy-mm-dd hh:mm:ss` in the zone, with days as `dayOf` writes them. */
export function dayAndClock(time: number, zone: TimeZone): string {
  return `${dayOf(time, zone)} ${clockOf(time, zone)}`;
}

/** The time of day as `hh:mm:ss` in the zone. */
export function clockOf(time: number, zone: TimeZone): string {
  const shifted = time - offsetOf(time, zone);
  const seconds = Math.floor(shifted / secondLength) - Math.floor(shifted / dayLength) * (dayLength / secondLength);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** The UTC day that is `days` days after the day of `time`, as `yyyy-mm-dd`; limited to the years 0000 to 9999. */
export function utcDay(time: number, days = 0): string {
  return dayOfNumber(Math.min(lastDay, Math.max(firstDay, Math.floor(time / dayLength) + days)));
}

/**
 * The first and the last UTC day that some days of a zone touch. `first` and `last` are the numbers of the zone's days,
 * both included. Where the zone is off UTC, there is one UTC day more.
 */
export function utcDaysTouched(
  first: number,
  last: number,
  zone: TimeZone,
): { readonly from: string; readonly to: string } {
  return { from: utcDay(beginningOf(first, zone)), to: utcDay(beginningOf(last + 1, zone) - 1) };
}

/**
 * The first instant of a day, in ms since 1970. Where the clocks change at midnight, a day has two midnights or none,
 * so the offset before the change and the offset after it are both tried.
 */
function beginningOf(number: number, zone: TimeZone): number {
  const midnight = number * dayLength;
  const before = midnight + offsetOf(midnight - dayLength, zone);
  const after = midnight + offsetOf(midnight + dayLength, zone);
  const earlier = Math.min(before, after);
  return dayNumber(earlier, zone) < number ? Math.max(before, after) : earlier;
}

/** 0000-01-01 and 9999-12-31 */
const firstDay = -719_528;
const lastDay = 2_932_896;

/** True for a `yyyy-mm-dd` that the calendar has. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && timeOf(text) !== undefined;
}

/** A number below 100 with two digits. Every row calls it three times, so it must be fast. */
function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

/** How many ms the clock of the zone is behind UTC at this time. */
function offsetOf(time: number, zone: TimeZone): number {
  if (zone === 'utc') {
    return 0;
  }
  const date = new Date(time);
  const minutes = date.getTimezoneOffset();
  if (time >= wholeMinutes) {
    return minutes * minuteLength;
  }
  // `getTimezoneOffset` cuts the seconds of an old local time off, towards 0.
  const seconds = (date.getUTCSeconds() - date.getSeconds() + 60) % 60;
  return minutes * minuteLength + (seconds > 0 && minutes < 0 ? seconds - 60 : seconds) * secondLength;
}

/** Since 1972 all zones differ from UTC by whole minutes; in ms since 1970. */
const wholeMinutes = Date.UTC(1973, 0, 1);
