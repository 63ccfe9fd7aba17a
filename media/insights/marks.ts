/** The bar that an event is about. */
export function markOf(target: EventTarget | null): SVGElement | undefined {
  return (target instanceof Element ? target.closest<SVGElement>('[data-key]') : undefined) ?? undefined;
}

/**
 * Makes one bar of a chart reachable with the Tab key: the given one, else the one that is reachable already, else the
 * first. A chart may have hundreds of bars. If each were a Tab stop, it would be hard to get past the chart.
 */
export function keepReachable(chart: Element, mark?: SVGElement): void {
  const before = chart.querySelector<SVGElement>('[data-key][tabindex="0"]');
  const reachable = mark ?? before ?? chart.querySelector<SVGElement>('[data-key]');
  if (before !== reachable) {
    before?.setAttribute('tabindex', '-1');
    reachable?.setAttribute('tabindex', '0');
  }
}

/**
 * The bar that a key leads to from another bar. Left and right lead to the next bars, up and down to the next part of a
 * stack or to the next row of a ranking. Undefined for other keys and at an end.
 */
export function neighbourOf(mark: SVGElement, key: string): SVGElement | undefined {
  const bar = mark.parentElement;
  const alone = bar?.childElementCount === 1;
  switch (key) {
    case 'ArrowRight':
      return likeIn(bar?.nextElementSibling, mark);
    case 'ArrowLeft':
      return likeIn(bar?.previousElementSibling, mark);
    case 'ArrowUp':
      return alone ? likeIn(bar.previousElementSibling, mark) : markOf(mark.nextElementSibling);
    case 'ArrowDown':
      return alone ? likeIn(bar.nextElementSibling, mark) : markOf(mark.previousElementSibling);
    case 'Home':
      return likeIn(bar?.parentElement?.firstElementChild, mark);
    case 'End':
      return likeIn(bar?.parentElement?.lastElementChild, mark);
    default:
      return undefined;
  }
}

/** The part of a bar with the same outcome as `mark`; otherwise the first part. */
function likeIn(bar: Element | null | undefined, mark: SVGElement): SVGElement | undefined {
  const parts = [...(bar?.querySelectorAll<SVGElement>('[data-key]') ?? [])];
  return parts.find((part) => part.getAttribute('class') === mark.getAttribute('class')) ?? parts[0];
}
