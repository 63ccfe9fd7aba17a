import * as l10n from '@vscode/l10n';
import { clockOf, dayAndClock, dayNumber, dayOf, isBeforeYearOne, type TimeZone } from '../model/days.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** `Thu 2 Oct 2025, 02:15:17 UTC`; `time` in ms since 1970. The zone is always named. */
export function fullTime(time: number, zone: TimeZone, locale: string): string {
  const options: Intl.DateTimeFormatOptions = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...(zone === 'utc' && { timeZone: 'UTC' }),
  };
  // `en` alone would give the American order; most English-speaking countries write the day before the month.
  const date = isBeforeYearOne(dayNumber(time, zone))
    ? dayOf(time, zone)
    : new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options).format(time);
  return l10n.t('{0}, {1} {2}', date, clockOf(time, zone), zoneName(time, zone, locale));
}

/** How long ago a time was, or in how long it will be: `14 months ago`. */
export function age(time: number, now: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale);
  const past = time - now;
  const size = Math.abs(past);
  const inUnit = (unit: Intl.RelativeTimeFormatUnit, length: number): string =>
    format.format(Math.trunc(past / length), unit);
  if (size < minute) {
    return inUnit('second', second);
  }
  if (size < hour) {
    return inUnit('minute', minute);
  }
  if (size < 2 * day) {
    return inUnit('hour', hour);
  }
  if (size < 60 * day) {
    return inUnit('day', day);
  }
  return size < 730 * day ? inUnit('month', 30.44 * day) : inUnit('year', 365.25 * day);
}

/** A length of time as precisely as its size allows: `40 ms`, `4.0 s`, `2 min 5 s`, `3 h 2 min`, `5 d 1 h`. */
export function duration(length: number): string {
  const size = Math.abs(length);
  const sign = length < 0 ? '\u2212' : '';
  if (size === 0) {
    return l10n.t('0 s');
  }
  if (Math.round(size) < 100) {
    return sign + l10n.t('{0} ms', Math.round(size));
  }
  if (size < 59_950) {
    return sign + l10n.t('{0} s', (size / second).toFixed(1));
  }
  // Rounded first: there are no 60 minutes and 0 seconds.
  const rounded = (unit: number): number => Math.round(size / unit) * unit;
  const [large, small, template] =
    rounded(second) < hour
      ? [minute, second, l10n.t('{0} min {1} s')]
      : rounded(minute) < day
        ? [hour, minute, l10n.t('{0} h {1} min')]
        : [day, hour, l10n.t('{0} d {1} h')];
  const units = Math.round(size / small);
  const ratio = large / small;
  return sign + template.replace('{0}', String(Math.floor(units / ratio))).replace('{1}', String(units % ratio));
}

/** The time of day with tenths of a second, for what happens within seconds. */
export function preciseClock(time: number, zone: TimeZone): string {
  // Truncated, as clocks do: 02:14:59.96 is not in the next minute yet.
  return `${clockOf(time, zone)}.${Math.floor((((time % second) + second) % second) / 100)}`;
}

/** `2025-10-02 02:15:17 UTC`: short enough for a list, and the zone is named. */
export function shortTime(time: number, zone: TimeZone, locale: string): string {
  return `${dayAndClock(time, zone)} ${zoneName(time, zone, locale)}`;
}

/** The names that the zone has at these times: clocks may change between them, `GMT+1 and GMT+2`. */
export function zoneNames(times: readonly number[], zone: TimeZone, locale: string): string {
  // One look-up for each offset, because naming a zone takes longer than reading its offset.
  const byOffset = new Map(times.map((time) => [new Date(time).getTimezoneOffset(), time]));
  const names = new Set(Array.from(byOffset.values(), (time) => zoneName(time, zone, locale)));
  return new Intl.ListFormat(locale).format(names);
}

/** The name of the zone: `UTC`, or the local one in this language, e.g. `GMT+2`. */
export function zoneName(time: number, zone: TimeZone, locale: string): string {
  if (zone === 'utc') {
    return 'UTC';
  }
  const parts = new Intl.DateTimeFormat(locale, { timeZoneName: 'short' }).formatToParts(time);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? l10n.t('local time');
}
