import type { ComponentChildren, VNode } from 'preact';
import type { Label } from './labels.ts';

/** What a chart looks like in the room it has. */
export interface Drawing {
  /** In CSS pixels. */
  readonly height: number;
  /** Whether its bars open submissions. */
  readonly opens: boolean;
  readonly content: ComponentChildren;
  /**
   * The text of the tip for a pointer at `x`, and the point that the tip belongs to: from the left edge and from the
   * top, in CSS pixels.
   */
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

/**
 * Texts of a drawing; `middle` is how far the middle of each is from the top. Screen readers skip them, because the
 * chart has a label.
 */
export function texts(
  labels: readonly Label[],
  middle: number | ((index: number) => number),
  className: string,
): VNode {
  return (
    <g class={className} aria-hidden="true">
      {labels.map(({ left, text }, index) => (
        // `dy` centres the text. Not every program that reads a saved file knows `dominant-baseline`.
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
