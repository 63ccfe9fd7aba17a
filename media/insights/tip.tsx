import type { VNode } from 'preact';

/** What is told of a place of a chart. */
export interface Told {
  readonly text: string;
  /** Its middle from the left edge of the chart, 0..1. */
  readonly middle: number;
  /** Its upper end from the bottom of the chart, in CSS pixels. */
  readonly height: number;
}

/** What the part of a drawing is called that an event is about; undefined where it has no name. */
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

/** A text above a place of a chart and within its width, for who sees it. */
export function Tip({ text, middle, height }: Told): VNode {
  const left = Math.min(1, Math.max(0, middle)) * 100;
  // At either edge of the chart it begins or ends there.
  const style = { left: `${left}%`, bottom: `${height}px`, transform: `translateX(${-left}%)` };
  return (
    <p class="tip" style={style} aria-hidden="true" dir="auto">
      {text}
    </p>
  );
}
