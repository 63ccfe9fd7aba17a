import type { HistogramPart } from '../../src/insights/insightsParts.ts';
import { highestOf, stacks } from './bars.tsx';
import { countAxis } from './countAxis.tsx';
import { linear, px, texts, uprights, type Drawing } from './drawing.tsx';
import { axisLabels, besideLines } from './labels.ts';
import type { Room } from './room.ts';

const points = [0, 25, 50, 75, 100];

/** The scores of a check from 0 to 100, the threshold in force now, those before, and what is near one of them. */
export function histogramChart({ bins, binWidth, bands, current, earlier }: HistogramPart, room: Room): Drawing {
  const { width, em } = room;
  const [top, bottom] = [em * 1.5, em * 9];
  // Nearly all scores are high: on a plain axis the few around a threshold could not be seen.
  const counts = countAxis({ highest: highestOf(bins), mostSteps: 2, range: [bottom, top], root: true }, room);
  const x = linear([0, 100], [counts.left, width - em / 2]);
  const step = x(binWidth) - x(0);
  const gap = step < 3 ? 0 : 1;
  const now = current === undefined ? [] : [{ x: x(current.at), label: current.label }];
  const before = earlier.map(({ at, label }) => ({ x: x(at), label }));
  // The label of the current threshold avoids the earlier lines. Those have no labels, because they would hide each
  // other.
  const lines = [...now, ...before.map((line) => ({ ...line, label: '' }))];
  return {
    height: bottom + em * 2,
    opens: true,
    content: (
      <>
        {bands.map(({ from, to }) => (
          <rect
            key={from}
            class="band"
            x={px(x(from))}
            y={px(top)}
            width={px(x(to) - x(from))}
            height={px(bottom - top)}
          />
        ))}
        {counts.lines}
        {stacks({ bars: bins, x: (bin) => x(bin * binWidth) + gap / 2, width: step - gap, y: counts.y })}
        {uprights('earlier', before, [em * 0.2, bottom])}
        {uprights('threshold', now, [em * 0.2, bottom])}
        {texts(besideLines(lines, room), em * 0.7, 'newest')}
        {texts(
          axisLabels(
            points.map((at) => ({ x: x(at), label: String(at) })),
            room,
          ),
          bottom + em * 1.1,
          'axis',
        )}
      </>
    ),
  };
}
