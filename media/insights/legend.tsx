import type { VNode } from 'preact';
import type { Series, SeriesNames, Slice } from '../../src/insights/insightsParts.ts';
import { fills } from './patterns.tsx';

/** From the bottom of a bar upwards. */
const order: readonly Series[] = ['rejected', 'approved', 'other'];

/** What the fillings of bars mean, for the outcomes that the bars contain. */
export function Legend({
  names,
  bars,
  line,
}: {
  readonly names: SeriesNames;
  readonly bars: readonly (readonly Slice[])[];
  /** What the line of the chart is, if it has one. */
  readonly line?: string;
}): VNode {
  const there = new Set(bars.flatMap((slices) => slices.map((slice) => slice.series)));
  return (
    <ul class="legend">
      {order
        .filter((one) => there.has(one))
        .map((one) => (
          <li key={one}>
            <Swatch name={one} /> {names[one]}
          </li>
        ))}
      {line !== undefined && (
        <li>
          <svg class="swatch" viewBox="0 0 12 12" aria-hidden="true">
            <rect class="rate" y="5" width="12" height="2" />
          </svg>{' '}
          {line}
        </li>
      )}
    </ul>
  );
}

function Swatch({ name }: { readonly name: Series }): VNode {
  return (
    <svg class="swatch" viewBox="0 0 12 12" aria-hidden="true">
      <rect class={`bars ${name}`} width="12" height="12" fill={fills[name]} />
    </svg>
  );
}
