import { rect, ruleX } from '@observablehq/plot';
import type { HistogramPart } from '../../src/insights/insightsParts.ts';
import { Bars } from './bars.ts';
import { countAxis } from './countAxis.ts';
import { axisLabels, besideLines } from './labels.ts';
import { plotted, written } from './plotted.ts';
import type { Room } from './room.ts';

const points = [0, 25, 50, 75, 100];

/** The scores of a check from 0 to 100, the threshold in force now, those before, and what is near one of them. */
export function histogramChart({ bins, binWidth, bands, current, earlier }: HistogramPart, room: Room): SVGSVGElement {
  const { width, em } = room;
  // Nearly all scores are high: on a plain axis the few around a threshold could not be seen.
  const stacks = new Bars(bins, { root: true });
  const counts = countAxis(stacks.top, 2, room, { root: true });
  const [top, bottom] = [em * 1.5, em * 9];
  const right = width - em / 2;
  const x = (at: number): number => counts.left + ((right - counts.left) * at) / 100;
  // The others stand in the way of its label, but have none: they would hide each other.
  const now = current === undefined ? [] : [current];
  const lines = [...now, ...earlier].map((one) => ({ x: x(one.at), label: one === current ? one.label : '' }));
  const upright = {
    x: 'at',
    title: 'label',
    y1: { value: () => em * 0.2, scale: null },
    y2: { value: () => bottom, scale: null },
  } as const;
  return stacks.open(
    plotted({
      width,
      height: bottom + em * 2,
      x: { domain: [0, 100], range: [counts.left, right] },
      y: { domain: [0, counts.top], range: [bottom, top], root: true },
      marks: [
        rect(bands, { className: 'band', x1: 'from', x2: 'to', y1: 0, y2: counts.top }),
        ...counts.marks(bottom, top),
        ...stacks.marks(binWidth, x(binWidth) - x(0) < 3 ? 0 : 1),
        ruleX(earlier, { className: 'earlier', ...upright }),
        ruleX(now, { className: 'threshold', ...upright }),
        written(besideLines(lines, room), em * 0.7, 'newest'),
        written(
          axisLabels(
            points.map((at) => ({ x: x(at), label: String(at) })),
            room,
          ),
          bottom + em * 1.1,
          'axis',
        ),
      ],
    }),
  );
}
