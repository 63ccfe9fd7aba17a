import { mix } from './random.ts';

/** No letter occurs in both cases, so ids stay different in file systems and searches that ignore case. */
const alphabet = '23456789abCdEfGhJkLmNpQrStUvWxYz';
const halfMask = 2 ** 25 - 1;
const rounds = [1, 2, 3, 4];

/** Turns a number below 2^25 into a code that looks random, and back; a code that was never made gives undefined. */
export interface Codes {
  readonly of: (index: number) => string;
  readonly indexOf: (code: string) => number | undefined;
}

/** The codes of one seed, `prefix` followed by ten letters and digits; nothing is stored, so neither way searches. */
export function codes(prefix: string, seed: number): Codes {
  const scramble = (round: number, value: number) => mix(seed + round, value) & halfMask;
  return {
    of(index) {
      let left = index;
      let right = scramble(0, index);
      for (const round of rounds) {
        [left, right] = [right, left ^ scramble(round, right)];
      }
      return prefix + spell(left) + spell(right);
    },
    indexOf(code) {
      if (!code.startsWith(prefix) || code.length !== prefix.length + 10) {
        return undefined;
      }
      let left = read(code.slice(-10, -5));
      let right = read(code.slice(-5));
      if (left < 0 || right < 0) {
        return undefined;
      }
      for (const round of rounds.toReversed()) {
        [left, right] = [right ^ scramble(round, left), left];
      }
      return right === scramble(0, left) ? left : undefined;
    },
  };
}

function spell(half: number): string {
  let letters = '';
  for (let shift = 20; shift >= 0; shift -= 5) {
    letters += alphabet[(half >>> shift) & 31];
  }
  return letters;
}

function read(letters: string): number {
  const digits = Array.from(letters, (letter) => alphabet.indexOf(letter));
  return digits.includes(-1) ? -1 : digits.reduce((value, digit) => value * 32 + digit, 0);
}
