import type { Guard } from './guard.ts';

/** Does some work after a pause in ms; returns what calls it off. */
export type After = (pause: number, work: () => Promise<void>) => () => void;

/** Uses the timers of the window; an unexpected error ends in the guard. */
export function afterWith(guard: Guard): After {
  return (pause, work) => {
    const timer = setTimeout(() => void guard(work), pause);
    return () => {
      clearTimeout(timer);
    };
  };
}
