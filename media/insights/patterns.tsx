import type { VNode } from 'preact';
import type { Series } from '../../src/insights/insightsParts.ts';

/** What fills the bars of each outcome, so that they differ by more than their colour. */
export const fills: Readonly<Record<Series, string>> = {
  rejected: 'url(#rejected)',
  approved: 'currentColor',
  other: 'url(#other)',
};

/** Rejected is hatched and other statuses are dotted. Once on the page, for all of its charts. */
export function Patterns(): VNode {
  return (
    <svg class="patterns" aria-hidden="true">
      <defs>
        <pattern id="rejected" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="fill failed" width="6" height="6" />
          <rect class="hatch" width="2" height="6" />
        </pattern>
        <pattern id="other" width="5" height="5" patternUnits="userSpaceOnUse">
          <rect class="ground" width="5" height="5" />
          <circle class="dot" cx="2.5" cy="2.5" r="1.25" />
        </pattern>
      </defs>
    </svg>
  );
}
