import { ruleX } from '@observablehq/plot';
import type { DaysPart } from '../../src/insights/insightsParts.ts';
import { Bars } from './bars.ts';
import { countAxis } from './countAxis.ts';
import { axisLabels, besideLines } from './labels.ts';
import { plotted, written } from './plotted.ts';
import type { Room } from './room.ts';

/** A bar is not wider than this, in CSS pixels, however few there are. */
const widest = 56;

/** Outcomes over time, and where another policy came into force. */
export function daysChart({ bars, ticks, changes }: DaysPart, room: Room): SVGSVGElement {
  const { width, em } = room;
  const stacks = new Bars(bars);
  const counts = countAxis(stacks.top, 3, room);
  const [top, bottom] = [em * (changes.length > 0 ? 2 : 0.75), em * 14];
  const right = width - 1;
  const wide = (right - counts.left) / bars.length;
  const gap = wide < 3 ? 0 : Math.max(wide * 0.22, wide - widest);
  const spots = (places: DaysPart['ticks']) => places.map(({ at, label }) => ({ x: counts.left + at * wide, label }));
  // The newest change is the one to be read first.
  const changed = spots(changes).toReversed();
  return stacks.open(
    plotted({
      width,
      height: bottom + em * 2,
      x: { domain: [0, bars.length], range: [counts.left, right] },
      y: { domain: [0, counts.top], range: [bottom, top] },
      marks: [
        ...counts.marks(bottom, top),
        ...stacks.marks(1, gap),
        ruleX(changes, {
          className: 'change',
          x: 'at',
          y1: { value: () => 0, scale: null },
          y2: { value: () => bottom, scale: null },
          title: 'label',
        }),
        written(besideLines(changed, room), em * 0.7, 'changed'),
        written(axisLabels(spots(ticks), room), bottom + em * 1.1, 'axis'),
      ],
    }),
  );
}
