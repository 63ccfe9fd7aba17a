import type { VNode } from 'preact';
import type { Bar, Strip } from '../../src/submissions/words/recordParts.ts';

/** The hatching of what failed, so that it differs by more than its colour. Once on the page. */
export function Patterns(): VNode {
  return (
    <svg class="patterns" aria-hidden="true">
      <defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="hatch" width="2" height="6" />
        </pattern>
      </defs>
    </svg>
  );
}

/** A score from 0 to 100 with the mark of its threshold; the numbers stand beside it in words. */
export function ScoreBar({ bar }: { readonly bar: Bar }): VNode {
  const width = percent(bar.score);
  return (
    <svg class={`bar ${bar.tone}`} aria-hidden="true">
      <rect class="track" y="5" width="100%" height="8" rx="2" />
      <rect class="fill" y="5" width={width} height="8" rx="2" />
      {bar.tone === 'failed' && <rect y="5" width={width} height="8" rx="2" fill="url(#hatch)" />}
      {bar.threshold !== undefined && <Mark at={bar.threshold} />}
    </svg>
  );
}

/** The mark of a threshold. At both ends it is moved inside, because half of it would be cut off there. */
function Mark({ at }: { readonly at: number }): VNode {
  return (
    <svg x={percent(at)} width="2" height="18" overflow="visible">
      <rect class="mark" x={at > 99 ? -2 : at < 1 ? 0 : -1} width="2" height="18" />
    </svg>
  );
}

/** Where a signal lies in the whole time, and the gap before it. */
export function SignalStrip({ strip }: { readonly strip: Strip }): VNode {
  const { from, to, gapFrom, tone, point } = strip;
  return (
    <svg class={`strip ${tone}`} aria-hidden="true">
      <line class="axis" x1="0" x2="100%" y1="9" y2="9" />
      {gapFrom !== undefined && <line class="gap" x1={percent(gapFrom)} x2={percent(from)} y1="9" y2="9" />}
      {point ? (
        <Point at={from} />
      ) : (
        <>
          <rect class="fill" x={percent(from)} width={percent(to - from)} y="3" height="12" rx="2" />
          {tone === 'failed' && (
            <rect x={percent(from)} width={percent(to - from)} y="3" height="12" rx="2" fill="url(#hatch)" />
          )}
        </>
      )}
    </svg>
  );
}

function Point({ at }: { readonly at: number }): VNode {
  return (
    <svg x={percent(at)} width="1" height="18" overflow="visible">
      <circle class="fill" cx={at > 99 ? -5 : at < 1 ? 5 : 0} cy="9" r="5" />
    </svg>
  );
}

function percent(part: number): string {
  return `${part.toFixed(3)}%`;
}
