import { dayLength } from '../../api/timeReading.ts';
import type { InsightsInput } from '../../insights/partInput.ts';
import type { Loaded } from '../../session/loaded.ts';
import type { ProjectState } from '../../session/state.ts';
import { dayNumber, type TimeZone } from '../../submissions/model/days.ts';

/** Which days were asked for, and of which all submissions are known, as far as that can be told. */
export type Coverage = Required<Pick<InsightsInput, 'asked' | 'whole'>>;

/**
 * The service counts the days of a query in UTC, the insights count in the zone of the tree. So the first day may
 * begin, and the last day end, in the middle of a day of the zone, which is then not whole. `now` is in ms since 1970:
 * the day of `now` is not over, and days yet to come are left out.
 */
export function coverageOf({ days, loaded }: ProjectState, zone: TimeZone, now: number): Coverage {
  const start = days === undefined ? -Infinity : Date.parse(days.from);
  const end = days === undefined ? Infinity : Date.parse(days.to) + dayLength;
  const cutDay = loaded.more ? lastDayReached(loaded, zone) : -Infinity;
  const [first, last] = [dayNumber(start, zone), dayNumber(Math.min(end - 1, now), zone)];
  const isCut = (time: number): boolean => Number.isFinite(time) && dayNumber(time - 1, zone) === dayNumber(time, zone);
  return {
    asked: days === undefined || first > last ? undefined : { from: first, to: last },
    whole: {
      from: Math.max(finite(first) + (isCut(start) ? 1 : 0), cutDay + 1),
      to: Math.min(last - (isCut(end) ? 1 : 0), dayNumber(now, zone) - 1),
    },
  };
}

/**
 * The oldest day that the list reaches: older submissions of that day may be missing. `Infinity` where nobody can tell
 * how far the list reaches, so that no day counts as whole.
 */
function lastDayReached({ reachesTo }: Loaded, zone: TimeZone): number {
  return reachesTo === undefined ? Infinity : dayNumber(reachesTo, zone);
}

/** Turns the number of an infinite time, which is `NaN`, into a day before all others. */
function finite(day: number): number {
  return Number.isNaN(day) ? -Infinity : day;
}
