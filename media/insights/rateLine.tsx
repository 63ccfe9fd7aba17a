import type { VNode } from 'preact';
import type { RatePart } from '../../src/insights/insightsParts.ts';
import { across, linear, px, texts, type Scale } from './drawing.tsx';
import type { Room } from './room.ts';

/** A share over time, on an axis of its own. */
export interface RateLine {
  /** The axis and the line. */
  readonly line: VNode;
  /** The point of a bar, which opens the submissions that it is a share of. */
  readonly pointOf: (bar: number) => VNode | undefined;
}

interface Place {
  /** The middle of a bar. */
  readonly x: Scale;
  /** The heights of the lines at share 0 and at the highest share, in CSS pixels from the top. */
  readonly range: readonly [number, number];
  /** Where the lines begin, in CSS pixels from the left edge; their labels stand before that. */
  readonly left: number;
  /** In CSS pixels. */
  readonly radius: number;
}

/** The line with its points; it is broken where a bar has no submissions. */
export function rateLine({ top, ends, points }: RatePart, { x, range, left, radius }: Place, room: Room): RateLine {
  const y = linear([0, top], range);
  const byBar = new Map(points.map((point) => [point.bar, point]));
  const path = points.map(({ bar, rate }) => `${byBar.has(bar - 1) ? 'L' : 'M'}${px(x(bar))},${px(y(rate))}`).join('');
  return {
    line: (
      <g>
        {across('grid', [left, room.width], range[1])}
        {across('base', [left, room.width], range[0])}
        {texts(
          [ends.zero, ends.top].map((text) => ({ left: left - room.em * 0.75 - room.widthOf(text), text })),
          (index) => range[index] ?? 0,
          'axis',
        )}
        <path class="rate" d={path} />
      </g>
    ),
    pointOf: (bar) => {
      const point = byBar.get(bar);
      return (
        point && (
          <circle
            key="rate"
            class="point"
            cx={px(x(bar))}
            cy={px(y(point.rate))}
            r={radius}
            role="button"
            tabindex={-1}
            aria-label={point.label}
            data-key={point.key}
          />
        )
      );
    },
  };
}
