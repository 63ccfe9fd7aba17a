import type { VNode } from 'preact';

/** What lies under a slider: how far it is moved, and where the recorded threshold is. */
export function Track({ tried, recorded }: { readonly tried: number; readonly recorded: number }): VNode {
  return (
    <svg class="rail" aria-hidden="true">
      <rect class="track" y="6" width="100%" height="4" rx="2" />
      <rect class="moved" y="6" width={percent(tried)} height="4" rx="2" />
      <svg x={percent(recorded)} width="2" height="16" overflow="visible">
        <rect class="mark" x="-1" width="2" height="16" />
      </svg>
    </svg>
  );
}

function percent(points: number): string {
  return `${Math.min(100, Math.max(0, points)).toFixed(2)}%`;
}
