import type { VNode } from 'preact';
import type { Mark, Series, Slice } from '../../src/insights/insightsParts.ts';
import { px, type Scale } from './drawing.tsx';
import { fills } from './patterns.tsx';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A bar, or a part of one, that opens the submissions behind it, by the pointer and by the keyboard (see `Chart`). */
export function bar(key: string | number, box: Box, { mark, ...look }: BarLook & { readonly mark: Mark }): VNode {
  return (
    <rect
      key={key}
      x={px(box.left)}
      y={px(box.top)}
      width={px(Math.max(0, box.width))}
      height={px(Math.max(0, box.height))}
      role="button"
      tabindex={-1}
      aria-label={mark.label}
      data-key={mark.key}
      {...look}
    />
  );
}

interface BarLook {
  readonly class: string;
  readonly fill: string;
  readonly rx?: number;
}

interface Stacks {
  readonly bars: readonly (readonly Slice[])[];
  /** The left edge of a bar by its place, and how wide all of them are. */
  readonly x: Scale;
  readonly width: number;
  /** The top of a bar by its count; its slices share its height by their counts. */
  readonly y: Scale;
  /** The places of bars that may lack submissions. */
  readonly partial?: readonly number[];
  /** Another part of a bar, which is drawn above it. */
  readonly above?: (place: number) => VNode | undefined;
}

/** Bars of slices upon each other. */
export function stacks({ bars, x, width, y, partial = [], above }: Stacks): VNode {
  const pale = new Set(partial);
  return (
    <g>
      {bars.map(
        (slices, place) =>
          slices.length > 0 && (
            <g key={place} class={pale.has(place) ? 'partial' : undefined}>
              {stack(slices, { left: x(place), width, y })}
              {above?.(place)}
            </g>
          ),
      )}
    </g>
  );
}

function stack(
  slices: readonly Slice[],
  { left, width, y }: { readonly left: number; readonly width: number; readonly y: Scale },
): readonly VNode[] {
  const total = totalOf(slices);
  const [bottom, height] = [y(0), y(0) - y(total)];
  let below = 0;
  return slices.map((slice) => {
    const part = (height * slice.count) / total;
    below += part;
    return bar(
      slice.series,
      { left, top: bottom - below, width, height: part },
      { mark: slice, ...looks[slice.series] },
    );
  });
}

const looks: Readonly<Record<Series, BarLook>> = {
  rejected: { class: 'bars rejected', fill: fills.rejected },
  approved: { class: 'bars approved', fill: fills.approved },
  other: { class: 'bars other', fill: fills.other },
};

/** The count of the highest bar. */
export function highestOf(bars: readonly (readonly Slice[])[]): number {
  return Math.max(0, ...bars.map(totalOf));
}

function totalOf(slices: readonly Slice[]): number {
  return slices.reduce((sum, { count }) => sum + count, 0);
}
