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

/** The median of the pairs' own ratios: what slows the machine down for a while slows both sides of a pair. */
export function ratioOf(pairs: readonly Pair[]): number {
  return median(pairs.map(({ ours, theirs }) => ours / theirs));
}
