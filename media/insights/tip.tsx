import type { VNode } from 'preact';

/** The text of a tip and the place that it belongs to. */
export interface Told {
  readonly text: string;
  /** Its middle from the left edge of the chart, 0..1. */
  readonly middle: number;
  /** Its upper end from the bottom of the chart, in CSS pixels. */
  readonly height: number;
}

/** The label of the part of a drawing that an event is about; undefined where it has no label. */
export function toldOf(target: EventTarget | null, chart: Element): Told | undefined {
  const part = target instanceof Element ? target.closest('.drawing [aria-label]') : null;
  if (part === null) {
    return undefined;
  }
  const [box, around] = [part.getBoundingClientRect(), chart.getBoundingClientRect()];
  return {
    text: part.getAttribute('aria-label') ?? '',
    middle: (box.left + box.width / 2 - around.left) / around.width,
    height: around.bottom - box.top,
  };
}

/** A text above a place of a chart and within the chart's width. Screen readers skip it. */
export function Tip({ text, middle, height }: Told): VNode {
  const left = Math.min(1, Math.max(0, middle)) * 100;
  // At the left edge of the chart the tip begins at its place, at the right edge it ends there.
  const style = { left: `${left}%`, bottom: `${height}px`, transform: `translateX(${-left}%)` };
  return (
    <p class="tip" style={style} aria-hidden="true" dir="auto">
      {text}
    </p>
  );
}
