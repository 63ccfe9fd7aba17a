import type { Clock } from './clock.ts';
import { mix } from './random.ts';

/**
 * Where a record stands among the attempts of one person: attempt 0 is the newest, `first` is the index of the newest.
 */
export interface Attempt {
  readonly first: number;
  readonly attempt: number;
}

/**
 * Each four records in a row follow one pattern, mostly `alone`. It has a digit for each of the four, which tells at
 * which of the four the newest attempt of the same person stands.
 */
const alone = '0123';
const patterns = ['0023', '0113', '0122', '0003', '0000', '0022'];
const longestGap = 95_000;

/** The attempt that stands at an index; found from the index alone. */
export function attemptAt(seed: number, index: number): Attempt {
  const first = index - (index % 4) + newestOf(seed, index);
  return { first, attempt: index - first };
}

/**
 * When the record at an index was created (ms UTC). The time falls strictly as the index grows; attempts of one person
 * are close together.
 */
export function timeAt(seed: number, clock: Clock, index: number): number {
  const { first, attempt } = attemptAt(seed, index);
  const newest = jittered(seed, clock, first);
  if (attempt === 0) {
    return newest;
  }
  let next = first + 1;
  while (next % 4 !== 0 && newestOf(seed, next) === first % 4) {
    next++;
  }
  // Attempts must stay newer than the next person's, also where there is little room.
  const room = (newest - jittered(seed, clock, next)) / (next - first);
  const gap = Math.min(room, longestGap - (mix(seed + 2, first) % 60_000));
  return Math.round(newest - attempt * gap);
}

function newestOf(seed: number, index: number): number {
  const pattern = patterns[mix(seed + 1, Math.floor(index / 4)) % (4 * patterns.length)] ?? alone;
  return Number(pattern[index % 4]);
}

function jittered(seed: number, clock: Clock, index: number): number {
  return clock.at(index === 0 ? 0 : index + (mix(seed + 3, index) / 2 ** 32) * 0.8);
}
