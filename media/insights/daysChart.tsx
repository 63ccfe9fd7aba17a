import type { DaysPart } from '../../src/insights/insightsParts.ts';
import { highestOf, stacks } from './bars.tsx';
import { countAxis } from './countAxis.tsx';
import { linear, texts, uprights, type Drawing } from './drawing.tsx';
import { axisLabels, besideLines } from './labels.ts';
import { rateLine } from './rateLine.tsx';
import type { Room } from './room.ts';

/** A bar is not wider than this, in CSS pixels, however few there are. */
const widest = 56;

/** The share of the rejected over time, the outcomes below it, and where another policy came into force. */
export function daysChart({ bars, partial, rate, ticks, changes }: DaysPart, room: Room): Drawing {
  const { width, em } = room;
  const top = em * (changes.length > 0 ? 2 : 0.75);
  const rates = [top + em * 4, top] as const;
  const bottom = top + em * 18;
  const counts = countAxis(
    { highest: highestOf(bars), mostSteps: 3, range: [bottom, top + em * 6], others: [rate.ends.top] },
    room,
  );
  const right = width - 1;
  const x = linear([0, bars.length], [counts.left, right]);
  const step = (right - counts.left) / bars.length;
  const gap = step < 3 ? 0 : Math.max(step * 0.22, step - widest);
  const radius = step < 6 ? 1.5 : 2.5;
  const { line, pointOf } = rateLine(rate, { x: (bar) => x(bar + 0.5), range: rates, left: counts.left, radius }, room);
  const spots = (places: DaysPart['ticks']) => places.map(({ at, label }) => ({ x: x(at), label }));
  const changed = spots(changes);
  const place = { x: (bar: number) => x(bar) + gap / 2, width: step - gap, y: counts.y };
  return {
    height: bottom + em * 2,
    opens: true,
    content: (
      <>
        {counts.lines}
        {line}
        {stacks({ bars, partial, above: pointOf, ...place })}
        {uprights('change', changed, [0, bottom])}
        {
          // The newest change comes first, because the first labels get the room.
          texts(besideLines(changed.toReversed(), room), em * 0.7, 'changed')
        }
        {texts(axisLabels(spots(ticks), room), bottom + em * 1.1, 'axis')}
      </>
    ),
  };
}
