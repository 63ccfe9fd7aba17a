import type { Guard } from './guard.ts';

/** Does some work after a pause in ms; returns what calls it off. */
export type After = (pause: number, work: () => Promise<void>) => () => void;

/** The longest pause, in ms, that a timer can hold: a longer one ends at once. */
export const longestTimer = 2 ** 31 - 1;

/** Uses the timers of the window; an unexpected error ends in the guard. */
export function afterWith(guard: Guard): After {
  return (pause, work) => {
    const timer = setTimeout(() => void guard(work), Math.min(pause, longestTimer));
    return () => {
      clearTimeout(timer);
    };
  };
}
