import type { DaysPart } from '../../src/insights/insightsParts.ts';
import { highestOf, stacks } from './bars.tsx';
import { countAxis } from './countAxis.tsx';
import { linear, texts, uprights, type Drawing } from './drawing.tsx';
import { axisLabels, besideLines } from './labels.ts';
import type { Room } from './room.ts';

/** A bar is not wider than this, in CSS pixels, however few there are. */
const widest = 56;

/** Outcomes over time, and where another policy came into force. */
export function daysChart({ bars, ticks, changes }: DaysPart, room: Room): Drawing {
  const { width, em } = room;
  const [top, bottom] = [em * (changes.length > 0 ? 2 : 0.75), em * 14];
  const counts = countAxis({ highest: highestOf(bars), mostSteps: 3, range: [bottom, top] }, room);
  const right = width - 1;
  const x = linear([0, bars.length], [counts.left, right]);
  const step = (right - counts.left) / bars.length;
  const gap = step < 3 ? 0 : Math.max(step * 0.22, step - widest);
  const spots = (places: DaysPart['ticks']) => places.map(({ at, label }) => ({ x: x(at), label }));
  const changed = spots(changes);
  return {
    height: bottom + em * 2,
    opens: true,
    content: (
      <>
        {counts.lines}
        {stacks({ bars, x: (place) => x(place) + gap / 2, width: step - gap, y: counts.y })}
        {uprights('change', changed, [0, bottom])}
        {
          // The newest change is the one to be read first.
          texts(besideLines(changed.toReversed(), room), em * 0.7, 'changed')
        }
        {texts(axisLabels(spots(ticks), room), bottom + em * 1.1, 'axis')}
      </>
    ),
  };
}
