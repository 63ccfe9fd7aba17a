/** Ours and what it is compared with, measured one right after the other. */
export interface Pair {
  readonly ours: number;
  readonly theirs: number;
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1);
  return (low + high) / 2;
}

/** How far apart the middle half of the pairs' ratios lies, as a part of their median; 0 for fewer than four pairs. */
export function spreadOf(pairs: readonly Pair[]): number {
  const ratios = pairs.map(({ ours, theirs }) => ours / theirs).toSorted((one, other) => one - other);
  const quarter = Math.floor(ratios.length / 4);
  const [low = 0, high = 0] = [ratios[quarter], ratios[ratios.length - 1 - quarter]];
  return pairs.length < 4 ? 0 : (high - low) / median(ratios);
}

/** Whether there are enough pairs, and their middle half lies so close together that more pairs would say the same. */
export function isSteady(pairs: readonly Pair[], fewest: number): boolean {
  return pairs.length >= fewest && spreadOf(pairs) <= 0.1;
}

/** The median of the pairs' own ratios: what slows the machine down for a while slows both sides of a pair. */
export function ratioOf(pairs: readonly Pair[]): number {
  return median(pairs.map(({ ours, theirs }) => ours / theirs));
}
