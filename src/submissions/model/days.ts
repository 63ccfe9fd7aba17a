/** How times are shown, and where the days of the tree begin. */
export type TimeZone = 'utc' | 'local';

const hourLength = 3_600_000;
const dayLength = 24 * hourLength;

/** The day of a time as `yyyy-mm-dd` in the zone; `time` in ms since 1970. */
export function dayOf(time: number, zone: TimeZone): string {
  return shifted(time, zone).toISOString().slice(0, 10);
}

/** Counts the days of the zone since 1970: the same number for all times of one day. */
export function dayNumber(time: number, zone: TimeZone): number {
  return Math.floor((time - offsetOf(time, zone)) / dayLength);
}

/** The day of a number as `yyyy-mm-dd`. */
export function dayOfNumber(number: number): string {
  return utcDay(0, number);
}

/** Counts the hours of the zone since 1970: the same number for all times of one hour. */
export function hourNumber(time: number, zone: TimeZone): number {
  return Math.floor((time - offsetOf(time, zone)) / hourLength);
}

/** The time of day as `hh:mm:ss` in the zone. */
export function clockOf(time: number, zone: TimeZone): string {
  return shifted(time, zone).toISOString().slice(11, 19);
}

/** The UTC day that lies `days` days after the one of `time`, as `yyyy-mm-dd`. */
export function utcDay(time: number, days = 0): string {
  return new Date(time + days * dayLength).toISOString().slice(0, 10);
}

/** True for a `yyyy-mm-dd` that the calendar has. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && utcDay(Date.parse(text)) === text;
}

/** A date whose UTC fields read as the zone's own. */
function shifted(time: number, zone: TimeZone): Date {
  return new Date(time - offsetOf(time, zone));
}

/** How many ms the clock of the zone is behind UTC at this time. */
function offsetOf(time: number, zone: TimeZone): number {
  return zone === 'utc' ? 0 : new Date(time).getTimezoneOffset() * 60_000;
}
