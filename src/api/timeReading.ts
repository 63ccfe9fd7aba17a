/** Reads the times of records. Nothing here depends on the time zone of the machine. */

const minuteLength = 60_000;

/** The length of a day, in ms; in UTC all days are equally long. */
export const dayLength = 86_400_000;

/**
 * The last time that a `Date` can hold in every zone, in ms since 1970: one day before the limit of `Date`, because the
 * local time of a zone may be ahead of UTC or behind it.
 */
const lastTime = 8_640_000_000_000_000 - dayLength;

/** The longest text that can be a time; nothing longer is searched. In characters. */
const longestText = 80;

/**
 * `2025-10-02`, then perhaps the time of day, then perhaps the zone: `Z`, an offset, or a name with or without an
 * offset. The name of the zone may follow an offset, as Go writes it: `+0900 KST`, or stand in brackets, as Java and
 * RFC 9557 write it: `+09:00[Asia/Seoul]`.
 */
const written = new RegExp(
  String.raw`^(?<year>\d{4}|[+-]\d{6})-(?<month>\d\d)-(?<day>\d\d)` +
    String.raw`(?:(?:T|,? +)(?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d+))?)?` +
    String.raw`(?: *(?<name>Z|(?:Etc/)?UTC|GMT|KST|Asia/Seoul))?` +
    String.raw`(?: *(?<sign>[+\-\u2212])(?<hours>\d\d?)(?::?(?<minutes>\d\d))?(?: +[A-Z]{3,5})?)?` +
    String.raw`(?: *[[(](?<place>[\w/+ -]+)[\])])?)?$`,
  'i',
);

/**
 * Zones that may stand in the place of an offset, in minutes ahead of UTC. Other zones change their clocks in the year,
 * or their names are ambiguous.
 */
const zones: ReadonlyMap<string, number> = new Map([
  ['z', 0],
  ['utc', 0],
  ['gmt', 0],
  ['etc/utc', 0],
  ['kst', 540],
  ['asia/seoul', 540],
]);

/**
 * Milliseconds since 1970 (UTC) of an ISO 8601 time or one of its common variants; without a zone it is UTC, without a
 * time of day midnight. Undefined for anything else, also for days and times that do not exist.
 */
export function timeOf(text: string | null | undefined): number | undefined {
  if (text === null || text === undefined || text.length > longestText) {
    return undefined;
  }
  return usualTime(text) ?? variantTime(text.trim());
}

/**
 * Milliseconds since 1970 of a count of seconds, milli-, micro- or nanoseconds since then. Undefined for a number that
 * gives no time between 1973 and 2199 in any of these units, such as a date written as a number: 20251002.
 */
export function epochTime(count: number): number | undefined {
  const times = [count * 1000, count, count / 1000, count / 1_000_000];
  const time = times.find((one) => one >= 100_000_000_000 && one < 7_258_118_400_000);
  return time === undefined ? undefined : Math.trunc(time);
}

/** Whether one time is before another; false where one of them cannot be read. */
export function isBefore(time: string | null | undefined, other: string | null | undefined): boolean {
  if (time === null || time === undefined || other === null || other === undefined) {
    return false;
  }
  // Nearly all times have this form, in which the later text is the later time.
  if (isUsual(time) && isUsual(other) && time >= other) {
    return false;
  }
  return (timeOf(time) ?? Infinity) < (timeOf(other) ?? -Infinity);
}

/**
 * Whether a text has the length and the signs `T`, `.` and `Z` of `2025-10-02T02:15:17.123Z`. Digits are not checked.
 */
function isUsual(text: string): boolean {
  return (
    text.length === 24 && text.charCodeAt(23) === 0x5a && text.charCodeAt(10) === 0x54 && text.charCodeAt(19) === 0x2e
  );
}

/** The time of a text in the usual form. Uses no regular expression: every record has such times, and one is slow. */
function usualTime(text: string): number | undefined {
  if (!isUsual(text)) {
    return undefined;
  }
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const thousandths = twoDigits(text, 20) * 10 + digitAt(text, 22);
  const day = year < tooLarge ? dayOf(year, twoDigits(text, 5), twoDigits(text, 8)) : undefined;
  const isWritten =
    text.charCodeAt(4) === dash &&
    text.charCodeAt(7) === dash &&
    text.charCodeAt(13) === colon &&
    text.charCodeAt(16) === colon;
  return day !== undefined && isWritten && hour < 24 && minute < 60 && second < 60 && thousandths < tooLarge
    ? day * dayLength + ((hour * 60 + minute) * 60 + second) * 1000 + thousandths
    : undefined;
}

const dash = 0x2d;
const colon = 0x3a;

/** Stands for a character that is no digit: every number that it is a part of becomes too large to be valid. */
const tooLarge = 10_000;

function twoDigits(text: string, at: number): number {
  return digitAt(text, at) * 10 + digitAt(text, at + 1);
}

function digitAt(text: string, at: number): number {
  const digit = text.charCodeAt(at) - 48;
  return digit >= 0 && digit <= 9 ? digit : tooLarge;
}

function variantTime(text: string): number | undefined {
  const parts = written.exec(text)?.groups;
  if (parts === undefined || parts['year'] === '-000000') {
    return undefined;
  }
  const day = dayOf(Number(parts['year']), Number(parts['month']), Number(parts['day']));
  const clock = clockTime(parts);
  const offset = offsetIn(parts);
  if (day === undefined || clock === undefined || offset === undefined) {
    return undefined;
  }
  const time = day * dayLength + clock - offset * minuteLength;
  // A leap second is the last second of a UTC day. Here it counts as the first second of the next day.
  const isMisplaced = parts['second'] === '60' && Math.floor(time / 1000) % (dayLength / 1000) !== 0;
  return isMisplaced || Math.abs(time) > lastTime ? undefined : time;
}

type Parts = Readonly<Record<string, string | undefined>>;

/** The time of day in ms; undefined for one that does not exist. Digits after those of the milliseconds are cut off. */
function clockTime({ hour = '0', minute = '0', second = '0', fraction = '' }: Parts): number | undefined {
  const clock =
    ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
  const exists = Number(hour) < 24 && Number(minute) < 60 && Number(second) <= 60;
  // ISO 8601 also writes the end of a day as 24:00.
  return exists || (hour === '24' && clock === dayLength) ? clock : undefined;
}

/** How far the zone is ahead of UTC, in minutes; undefined for an impossible offset or a place not known here. */
function offsetIn({ name, sign, hours = '0', minutes = '0', place }: Parts): number | undefined {
  if (sign === undefined) {
    return zones.get((name ?? place ?? 'z').toLowerCase());
  }
  const isPossible = Number(hours) < 24 && Number(minutes) < 60 && name?.toLowerCase() !== 'kst';
  return isPossible ? (Number(hours) * 60 + Number(minutes)) * (sign === '+' ? 1 : -1) : undefined;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The number of a day since 1970; undefined for one that the (Gregorian) calendar does not have. */
function dayOf(year: number, month: number, day: number): number | undefined {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 && isLeap ? 29 : (monthLengths[month - 1] ?? 0);
  if (!(day >= 1 && day <= length)) {
    return undefined;
  }
  // A year that begins in March has its leap day at the end, so that whole years before it are easy to count.
  const years = month > 2 ? year : year - 1;
  const leaps = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leaps + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1 - daysBefore1970;
}

/** From 1 March of the year 0 to 1 January 1970. */
const daysBefore1970 = 719_468;
