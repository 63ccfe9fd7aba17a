import type { RefObject, TargetedMouseEvent, VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { host } from './host.ts';
import { roomOf, type Room } from './room.ts';

interface ChartProps {
  readonly place: RefObject<HTMLDivElement | null>;
  readonly draw: (room: Room) => SVGSVGElement;
  /** What the chart shows, in a sentence. */
  readonly label: string;
}

/** A drawing as wide as there is room; drawn again when that changes, or what is drawn. */
export function Chart({ place, draw, label }: ChartProps): VNode {
  useEffect(() => {
    const target = place.current;
    if (target === null) {
      return;
    }
    const drawn = { width: 0 };
    // Called at once, too, and always before the page is painted.
    const observer = new ResizeObserver(() => {
      const width = target.clientWidth;
      if (width > 0 && width !== drawn.width) {
        drawn.width = width;
        const svg = draw(roomOf(target));
        svg.setAttribute('role', 'img');
        svg.setAttribute('aria-label', label);
        target.replaceChildren(svg);
      }
    });
    observer.observe(target);
    return () => {
      observer.disconnect();
    };
  }, [place, draw, label]);
  return <div class="chart" ref={place} onClick={showMark} />;
}

/** The pointer's way to what is behind a bar; the keyboard's is the table. */
function showMark({ target }: TargetedMouseEvent<HTMLDivElement>): void {
  const key = target instanceof Element ? target.closest<SVGElement>('[data-key]')?.dataset['key'] : undefined;
  if (key !== undefined) {
    host.send({ kind: 'showMark', key });
  }
}
