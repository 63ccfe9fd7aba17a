/** The zone in which times are shown, as the setting `faceauth.timeZone` names it. */
export type Zone = 'utc' | 'local';

/** A time with its zone, and with its date when that is not today's: `10:00:00 UTC`, `2 Oct 2025, 10:00:00 UTC`. In ms since 1970. */
export function momentText(time: number, zone: Zone, now: number): string {
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat('en-GB', { ...options, ...(zone === 'utc' && { timeZone: 'UTC' }) });
  const day = format({ dateStyle: 'medium' });
  const clock = format({ timeStyle: 'long' }).format(time);
  return day.format(time) === day.format(now) ? clock : `${day.format(time)}, ${clock}`;
}
