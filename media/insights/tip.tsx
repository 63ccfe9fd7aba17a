import type { VNode } from 'preact';

/** The part of a drawing that an event is about and that has something to tell. */
export function tipOf(target: EventTarget | null): Element | undefined {
  return (target instanceof Element ? target.closest('.drawing [aria-label]') : undefined) ?? undefined;
}

/** What a part of a drawing is called, above it and within the width of the chart, for who sees it. */
export function Tip({ part }: { readonly part: Element }): VNode {
  const around = part.closest('.chart')?.getBoundingClientRect() ?? part.getBoundingClientRect();
  const box = part.getBoundingClientRect();
  const middle = Math.min(1, Math.max(0, (box.left + box.width / 2 - around.left) / around.width));
  const style = {
    left: `${middle * 100}%`,
    bottom: `${around.bottom - box.top}px`,
    // At either edge of the chart it begins or ends there.
    transform: `translateX(${-middle * 100}%)`,
  };
  return (
    <p class="tip" style={style} aria-hidden="true" dir="auto">
      {part.getAttribute('aria-label')}
    </p>
  );
}
