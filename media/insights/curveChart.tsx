import { across, linear, px, texts, uprights, type Drawing } from './drawing.tsx';
import { aboveLines, axisLabels } from './labels.ts';
import type { Room } from './room.ts';

/**
 * What the curve of a check shows: the part rejected at each threshold, and some marked thresholds with their labels.
 */
export interface CurveMarks {
  readonly curve: readonly number[];
  readonly tried: number;
  readonly recorded: number;
  /** Undefined where nothing is compared. */
  readonly compared: number | undefined;
  readonly marks: { readonly tried: string; readonly recorded: string; readonly compared: string };
  /** The labels below both ends of the curve. */
  readonly ends: { readonly first: string; readonly last: string };
  /** The text of the tip at a threshold. */
  readonly textAt: (threshold: number) => string;
}

/**
 * Half the width of the slider's thumb, in CSS pixels. The middle of the thumb stays this far from both ends of the
 * slider, so the curve begins and ends there, too.
 */
const inset = 8;

/** How much is rejected with each threshold, with the tried one and the recorded one. */
export function curveChart(of: CurveMarks, room: Room): Drawing {
  const { curve, tried, recorded, compared, marks, ends, textAt } = of;
  const { width, em } = room;
  const [top, bottom] = [em * 1.4, em * 1.4 + 48];
  const x = linear([0, 100], [inset, width - inset]);
  // The scale goes from the lowest to the highest share. On a scale from 0 to 1, one point of a threshold would move
  // the line by less than a pixel.
  const [lowest, highest] = [Math.min(...curve), Math.max(...curve)];
  const y = linear(highest > lowest ? [lowest, highest] : [0, 1], [bottom, top]);
  const line = curve.map((part, at) => `${px(x(at))},${px(y(part))}`).join('L');
  // A recorded threshold may lie above 100.
  const upright = (at: number, label: string) => ({ x: x(Math.min(100, at)), label });
  const now = upright(recorded, marks.recorded);
  const besides = compared === undefined || compared === tried ? [] : [upright(compared, marks.compared)];
  const moved = tried === recorded ? [] : [upright(tried, marks.tried)];
  return {
    height: bottom + em * 1.7,
    opens: false,
    valueAt: (at) => {
      const threshold = Math.round(Math.min(100, Math.max(0, ((at - inset) / (width - 2 * inset)) * 100)));
      return { x: x(threshold), y: y(curve[threshold] ?? 0), text: textAt(threshold) };
    },
    content: (
      <>
        <path class="under" d={`M${px(x(0))},${bottom}L${line}L${px(x(curve.length - 1))},${bottom}Z`} />
        <path class="curve" d={`M${line}`} />
        {across('base', [x(0), x(100)], bottom)}
        {uprights('recorded', [now], [top, bottom])}
        {uprights('compared', besides, [top, bottom])}
        {uprights('tried', moved, [top, bottom])}
        {texts(aboveLines([...moved, ...besides, now], room), em * 0.75, 'axis')}
        {texts(
          axisLabels(
            [
              { x: x(0), label: ends.first },
              { x: x(100), label: ends.last },
            ],
            room,
          ),
          bottom + em * 1.1,
          'axis',
        )}
      </>
    ),
  };
}
