import type { VNode } from 'preact';
import type { Icon } from '../../src/submissions/words/recordParts.ts';

/** The outlines of the icons on a grid of 16 by 16, drawn as strokes in the colour of the text around them. */
const outlines: { readonly [Name in Icon]: string } = {
  failed: 'M4 4l8 8M12 4l-8 8',
  passed: 'M3 8.5l3.5 3.5L13 4.5',
  open: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M8 12.5v.6',
  off: 'M4 8h8',
  deleted: 'M2.5 4.5h11M6 4.5V2.5h4v2M4 4.5l.7 9h6.6l.7-9M6.8 7v4.5M9.2 7v4.5',
  previous: 'M3.5 10.5L8 6l4.5 4.5',
  next: 'M3.5 5.5L8 10l4.5-4.5',
  warning: 'M8 2.2L14.3 13.5H1.7zM8 6.5v3.4M8 11.2v.6',
};

/** An icon that only repeats the words beside it, so screen readers skip it. */
export function Shape({ icon }: { readonly icon: Icon }): VNode {
  return (
    <svg class={`shape shape-${icon}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={outlines[icon]} />
    </svg>
  );
}
