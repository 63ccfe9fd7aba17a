import type { VNode } from 'preact';
import { useCallback } from 'preact/hooks';
import type { HistogramPart, ScoresPart } from '../../src/insights/insightsParts.ts';
import { Figure } from './figure.tsx';
import type { Words } from './table.tsx';
import { histogramChart } from './histogramChart.tsx';
import { Legend } from './legend.tsx';
import type { Room } from './room.ts';

/** How the scores of every check are spread, side by side. */
export function Histograms({ part, words }: { readonly part: ScoresPart; readonly words: Words }): VNode {
  return (
    <section>
      <div class="heading">
        <h2>{part.title}</h2>
        <Legend names={part.names} bars={part.checks.flatMap(({ bins }) => bins)} />
      </div>
      <p class="note">{part.note}</p>
      <div class="histograms">
        {part.checks.map((check) => (
          <Histogram key={check.name} part={check} words={words} />
        ))}
      </div>
    </section>
  );
}

function Histogram({ part, words }: { readonly part: HistogramPart; readonly words: Words }): VNode {
  const draw = useCallback((room: Room) => histogramChart(part, room), [part]);
  const anything = part.bins.some((bin) => bin.length > 0);
  return (
    <Figure part={part} name={part.name} draw={anything ? draw : undefined} words={words}>
      <h3>
        {part.name} <span class="required">{part.required}</span>
      </h3>
      <span class="near">{part.near}</span>
    </Figure>
  );
}
