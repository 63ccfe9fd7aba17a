import { areaY, lineY, ruleX, ruleY } from '@observablehq/plot';
import { aboveLines, axisLabels } from './labels.ts';
import { plotted, written } from './plotted.ts';
import type { Room } from './room.ts';

/** What the curve of a check shows: the part rejected by threshold, and two thresholds with what they are called. */
export interface CurveMarks {
  readonly curve: readonly number[];
  readonly tried: number;
  readonly recorded: number;
  readonly marks: { readonly tried: string; readonly recorded: string };
  /** What stands below either end. */
  readonly ends: { readonly first: string; readonly last: string };
}

/** Half of the thumb of the slider below, in CSS pixels: its middle goes from here to as far from the other end. */
const inset = 8;

/** How much is rejected with each threshold, with the tried one and the recorded one. */
export function curveChart({ curve, tried, recorded, marks, ends }: CurveMarks, room: Room): SVGSVGElement {
  const { width, em } = room;
  const [top, bottom] = [em * 1.4, em * 1.4 + 48];
  const x = (at: number): number => inset + ((width - 2 * inset) * at) / 100;
  const points = curve.map((part, at) => ({ at, part }));
  // On a scale of all shares one point of a threshold would move the line by less than a pixel.
  const [lowest, highest] = [Math.min(...curve), Math.max(...curve)];
  const same = tried === recorded;
  const lines = [...(same ? [] : [{ at: tried, label: marks.tried }]), { at: recorded, label: marks.recorded }].map(
    // A recorded threshold may lie outside.
    ({ at, label }) => ({ at: Math.min(100, at), label }),
  );
  const upright = {
    x: 'at',
    title: 'label',
    y1: { value: () => top, scale: null },
    y2: { value: () => bottom, scale: null },
  } as const;
  return plotted({
    width,
    height: bottom + em * 1.7,
    x: { domain: [0, 100], range: [x(0), x(100)] },
    y: { domain: highest > lowest ? [lowest, highest] : [0, 1], range: [bottom, top] },
    marks: [
      areaY(points, { className: 'under', x: 'at', y1: highest > lowest ? lowest : 0, y2: 'part' }),
      lineY(points, { className: 'curve', x: 'at', y: 'part' }),
      ruleY([highest > lowest ? lowest : 0], { className: 'base' }),
      ruleX(lines.slice(-1), { className: 'recorded', ...upright }),
      ruleX(same ? [] : lines.slice(0, 1), { className: 'tried', ...upright }),
      written(
        aboveLines(
          lines.map(({ at, label }) => ({ x: x(at), label })),
          room,
        ),
        em * 0.75,
        'axis',
      ),
      written(
        axisLabels(
          [
            { x: x(0), label: ends.first },
            { x: x(100), label: ends.last },
          ],
          room,
        ),
        bottom + em * 1.1,
        'axis',
      ),
    ],
  });
}
