import { mix } from './random.ts';

const hourLength = 3_600_000;
const weekLength = 168 * hourLength;
/** How busy each hour of a UTC day is, and each day of a week; the list starts on a Thursday as the epoch does. */
const busyHours = '211112358999878998765433';
const busyDays = [10, 10, 5, 3, 9, 10, 10];

/** When things happen: `at(0)` is the newest moment (ms UTC), and `at` falls strictly as its argument grows. */
export interface Clock {
  readonly at: (position: number) => number;
}

/** A clock that spreads `count` events over about `days` days before `newest`: office hours, with slack and busy days. */
export function clock(newest: number, count: number, days: number, seed: number): Clock {
  const before = cumulate(busyDays.flatMap((day) => Array.from(busyHours, (hour) => Number(hour) * day)));
  const week = before[168] ?? 1;
  const origin = Math.floor(newest / weekLength) * weekLength;
  const drift = unevenness(mix(seed, 5) / 1e9);
  const elapsed = (newest - origin) / hourLength;
  const hour = Math.floor(elapsed);
  const busyUntilNewest = (before[hour] ?? 0) + (elapsed - hour) * weight(before, hour);
  return {
    at(position) {
      const day = (position * days) / count;
      const busy = busyUntilNewest - ((day + drift(day)) * week) / 7;
      const weeks = Math.floor(busy / week);
      const rest = busy - weeks * week;
      const hours = lastAtOrBelow(before, rest);
      const part = (rest - (before[hours] ?? 0)) / weight(before, hours);
      return Math.round(origin + weeks * weekLength + (hours + part) * hourLength);
    },
  };
}

/** A wave with slopes between -0.6 and 0.6 only: the number of days still grows when the wave is added to it. */
function unevenness(phase: number): (day: number) => number {
  const wave = (day: number) => 0.12 * Math.sin(day * 2.9 + phase) + 0.25 * Math.sin(day + 2 * phase);
  return (day) => wave(day) - wave(0);
}

function cumulate(weights: readonly number[]): number[] {
  const sums = [0];
  for (const value of weights) {
    sums.push((sums.at(-1) ?? 0) + value);
  }
  return sums;
}

function weight(before: readonly number[], hour: number): number {
  return (before[hour + 1] ?? 1) - (before[hour] ?? 0);
}

function lastAtOrBelow(sums: readonly number[], value: number): number {
  let low = 0;
  let high = sums.length - 2;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sums[middle] ?? 0) <= value) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}
