import { ruleY, type Markish } from '@observablehq/plot';
import { written } from './plotted.ts';
import type { Room } from './room.ts';

/** Counts upwards, in round steps from 0. */
export interface CountAxis {
  readonly top: number;
  /** The room that its labels need at the left edge, in CSS pixels. */
  readonly left: number;
  /** Grid lines, the line at 0 and labels for a drawing whose counts go from one height to the other, in CSS pixels. */
  readonly marks: (bottom: number, top: number) => readonly Markish[];
}

/** The axis for counts up to a highest one, with at most so many steps; `root` where it is one of square roots. */
export function countAxis(highest: number, mostSteps: number, room: Room, { root = false } = {}): CountAxis {
  const step = roundStep(Math.max(1, highest) / mostSteps);
  const steps = Math.max(1, Math.ceil(highest / step));
  const top = steps * step;
  const numbers = new Intl.NumberFormat(document.documentElement.lang, { notation: 'compact' });
  const counts = Array.from({ length: steps + 1 }, (_, index) => index * step);
  const widest = Math.max(...counts.map((count) => room.widthOf(numbers.format(count))));
  // Charts below each other begin at the same place, unless one has very long numbers.
  const left = Math.max(room.em * 2.75, widest + room.em * 0.75);
  return {
    top,
    left,
    marks: (bottom, highestAt) => [
      ruleY(counts.slice(1), {
        className: 'grid',
        x1: { value: () => left, scale: null },
        x2: { value: () => room.width, scale: null },
        y: (count: number) => count,
      }),
      ruleY([0], {
        className: 'base',
        x1: { value: () => left, scale: null },
        x2: { value: () => room.width, scale: null },
      }),
      ...counts.map((count) => {
        const text = numbers.format(count);
        const part = root ? Math.sqrt(count / top) : count / top;
        const middle = bottom + (highestAt - bottom) * part;
        return written([{ left: left - room.em * 0.75 - room.widthOf(text), text }], middle, 'axis');
      }),
    ],
  };
}

/** The next of 1, 2, 5, 10, 20 …: there are no parts of a submission. */
function roundStep(least: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(least)));
  return [1, 2, 5, 10].map((part) => part * power).find((step) => step >= least) ?? power * 10;
}
