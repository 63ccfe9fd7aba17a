/** The zone in which times are shown, as the setting `faceauth.timeZone` names it. */
export type Zone = 'utc' | 'local';

/** A time with its zone, and with its date when that is not today's: `10:00:00 UTC`, `2025-10-02 10:00:00 UTC`. In ms since 1970. */
export function momentText(time: number, zone: Zone, now: number): string {
  const timeZone = zone === 'utc' ? 'UTC' : undefined;
  // Swedish writes dates as ISO 8601 does, which every language reads.
  const day = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeZone });
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'long', timeZone }).format(time);
  return day.format(time) === day.format(now) ? clock : `${day.format(time)} ${clock}`;
}
