import type { ComponentChildren, VNode } from 'preact';
import type { Label } from './labels.ts';

/** What a chart looks like in the room it has. */
export interface Drawing {
  /** In CSS pixels. */
  readonly height: number;
  /** Whether its bars open submissions. */
  readonly opens: boolean;
  readonly content: ComponentChildren;
  /** What is told of a place that far from the left edge, in CSS pixels, and how far from the top that is. */
  readonly valueAt?: (x: number) => { readonly x: number; readonly y: number; readonly text: string };
}

/** Where a value lies, in CSS pixels. */
export type Scale = (value: number) => number;

/** Spreads values evenly: the ends of the domain lie at the ends of the range. */
export function linear([first, last]: readonly [number, number], [from, to]: readonly [number, number]): Scale {
  return (value) => from + ((value - first) / (last - first)) * (to - from);
}

/** A hundredth of a pixel is as fine as anybody can see, and keeps files short. */
export function px(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Texts of a drawing; `middle` is how far the middle of each is from the top. Not read aloud: the chart is named. */
export function texts(
  labels: readonly Label[],
  middle: number | ((index: number) => number),
  className: string,
): VNode {
  return (
    <g class={className} aria-hidden="true">
      {labels.map(({ left, text }, index) => (
        // Not every program that reads the file knows a baseline in the middle.
        <text key={index} x={px(left)} y={px(typeof middle === 'number' ? middle : middle(index))} dy="0.32em">
          {text}
        </text>
      ))}
    </g>
  );
}

/** A line across the drawing from one x to the other. */
export function across(className: string, [from, to]: readonly [number, number], y: number): VNode {
  return <line key={y} class={className} x1={px(from)} x2={px(to)} y1={px(y)} y2={px(y)} />;
}

/** Upright lines with what is said of each. */
export function uprights(
  className: string,
  lines: readonly { readonly x: number; readonly label: string }[],
  [top, bottom]: readonly [number, number],
): VNode {
  return (
    <g class={className}>
      {lines.map(({ x, label }, index) => (
        <line key={index} x1={px(x)} x2={px(x)} y1={px(top)} y2={px(bottom)} role="img" aria-label={label} />
      ))}
    </g>
  );
}
