import type { VNode } from 'preact';
import { across, px, texts, type Scale } from './drawing.tsx';
import type { Room } from './room.ts';

/** Counts upwards, in round steps from 0. */
export interface CountAxis {
  /** Where a count lies. */
  readonly y: Scale;
  /** The room that its labels need at the left edge, in CSS pixels. */
  readonly left: number;
  /** Grid lines, the line at 0 and labels. */
  readonly lines: VNode;
}

interface AxisOptions {
  /** The highest count of the chart. */
  readonly highest: number;
  /** How many grid lines there are at most. */
  readonly mostSteps: number;
  /** From the line at 0 to the highest grid line, in CSS pixels from the top. */
  readonly range: readonly [number, number];
  /** Other labels at the left edge, which need room as well. */
  readonly others?: readonly string[];
  /** Heights grow with the square root of a count, so that few can be seen beside many. */
  readonly root?: boolean;
}

/** The axis for counts up to the highest one. */
export function countAxis(
  { highest, mostSteps, range, others = [], root = false }: AxisOptions,
  room: Room,
): CountAxis {
  const step = roundStep(Math.max(1, highest) / mostSteps);
  const steps = Math.max(1, Math.ceil(highest / step));
  const top = steps * step;
  const [bottom, highestAt] = range;
  const y = (count: number): number => {
    const part = count / top;
    return bottom + (highestAt - bottom) * (root ? Math.sqrt(part) : part);
  };
  const numbers = new Intl.NumberFormat(document.documentElement.lang, { notation: 'compact' });
  const labels = Array.from({ length: steps + 1 }, (_, index) => {
    const text = numbers.format(index * step);
    return { y: y(index * step), text, width: room.widthOf(text) };
  });
  const widths = [...labels.map(({ width }) => width), ...others.map((text) => room.widthOf(text))];
  // A least width, so that charts below each other begin at the same place unless one has very long numbers.
  const left = Math.max(room.em * 2.75, Math.max(...widths) + room.em * 0.75);
  return {
    y,
    left,
    lines: (
      <g>
        {labels.map((label, index) => across(index === 0 ? 'base' : 'grid', [left, room.width], label.y))}
        {texts(
          labels.map(({ text, width }) => ({ left: left - room.em * 0.75 - width, text })),
          (index) => px(labels[index]?.y ?? 0),
          'axis',
        )}
      </g>
    ),
  };
}

/** The next of 1, 2, 5, 10, 20 …; never less than 1, because submissions are whole. */
function roundStep(least: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(least)));
  return [1, 2, 5, 10].map((part) => part * power).find((step) => step >= least) ?? power * 10;
}
