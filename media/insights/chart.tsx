import type { RefObject, TargetedPointerEvent, VNode } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Drawing } from './drawing.tsx';
import { host } from './host.ts';
import { keepReachable, markOf, neighbourOf } from './marks.ts';
import { roomOf, type Room } from './room.ts';
import { Tip, toldOf, type Told } from './tip.tsx';

interface ChartProps {
  readonly place: RefObject<HTMLDivElement | null>;
  readonly draw: (room: Room) => Drawing;
  /** What the chart shows, in a sentence. */
  readonly label: string;
}

/**
 * A drawing as wide as there is room. It is drawn again when the room or what it shows changes. The Tab key reaches one
 * of its bars, the arrow keys the others; Enter, Space or a click opens the submissions behind a bar.
 */
export function Chart({ place, draw, label }: ChartProps): VNode {
  const room = useRoom(place);
  const drawing = useMemo(() => room && draw(room), [draw, room]);
  const svg = useMemo(() => drawing && room && svgOf(drawing, room, label), [drawing, room, label]);
  // The tip belongs to one drawing and goes away with it.
  const [told, tell] = useState<Told & { readonly of: typeof drawing }>();
  useLayoutEffect(() => {
    if (place.current !== null) {
      keepReachable(place.current);
    }
  }, [svg]);
  const show = ({ target }: Event): void => {
    const found = place.current === null ? undefined : toldOf(target, place.current);
    tell(found && { ...found, of: drawing });
  };
  const follow = ({ clientX, currentTarget }: TargetedPointerEvent<HTMLDivElement>): void => {
    if (drawing?.valueAt !== undefined && room !== undefined) {
      const { x, y, text } = drawing.valueAt(clientX - currentTarget.getBoundingClientRect().left);
      tell({ text, middle: x / room.width, height: drawing.height - y, of: drawing });
    }
  };
  const hide = (): void => {
    tell(undefined);
  };
  return (
    <div
      class="chart"
      ref={place}
      onClick={openMark}
      onPointerOver={drawing?.valueAt === undefined ? show : undefined}
      onPointerMove={follow}
      onPointerLeave={hide}
      onFocusIn={(event) => {
        keepReachable(event.currentTarget, markOf(event.target));
        show(event);
      }}
      onFocusOut={hide}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          hide();
        } else {
          pressOnMark(event);
        }
      }}
    >
      {svg}
      {told?.of === drawing && told && <Tip {...told} />}
    </div>
  );
}

function svgOf({ height, opens, content }: Drawing, { width }: Room, label: string): VNode {
  return (
    <svg class="drawing" width={width} height={height} role={opens ? 'group' : 'img'} aria-label={label}>
      {content}
    </svg>
  );
}

/** The room of an element once it is known: before the page is painted, and again whenever its width changes. */
function useRoom(place: RefObject<Element | null>): Room | undefined {
  const [room, setRoom] = useState<Room>();
  useEffect(() => {
    const target = place.current;
    if (target === null) {
      return;
    }
    const observer = new ResizeObserver(() => {
      if (target.clientWidth > 0) {
        setRoom((before) => (before?.width === target.clientWidth ? before : roomOf(target)));
      }
    });
    observer.observe(target);
    return () => {
      observer.disconnect();
    };
  }, [place]);
  return room;
}

function openMark({ target }: Event): void {
  const key = markOf(target)?.dataset['key'];
  if (key !== undefined) {
    host.send({ kind: 'showMark', key });
  }
}

function pressOnMark(event: KeyboardEvent): void {
  const mark = markOf(event.target);
  if (mark === undefined || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const next = neighbourOf(mark, event.key);
  if (event.key === 'Enter' || event.key === ' ') {
    openMark(event);
  } else if (next === undefined) {
    return;
  }
  next?.focus();
  event.preventDefault();
}
