/** A source of numbers in [0, 1): each call gives the next one of a fixed sequence. */
export type Dice = () => number;

/** A well-mixed whole number in [0, 2^32) from two; the same inputs give the same number on every machine. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
}

/** The sequence that belongs to one item of a seed; independent of every other item's, so nothing has to be replayed. */
export function diceFor(seed: number, item: number): Dice {
  let state = mix(seed, item);
  return () => {
    state = mix(state, 1);
    return state / 2 ** 32;
  };
}

/** A number in [low, high). */
export function between(dice: Dice, low: number, high: number): number {
  return low + dice() * (high - low);
}

/** One of the items, all equally likely. */
export function pick<T>(dice: Dice, items: readonly [T, ...T[]]): T {
  return items[Math.floor(dice() * items.length)] ?? items[0];
}
