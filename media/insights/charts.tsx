import type { VNode } from 'preact';
import { useCallback } from 'preact/hooks';
import type { DaysPart, InsightsView, RankPart } from '../../src/insights/insightsParts.ts';
import { daysChart } from './daysChart.tsx';
import { Figure } from './figure.tsx';
import { Histograms } from './histograms.tsx';
import { Legend } from './legend.tsx';
import { rankChart } from './rankChart.tsx';
import type { Room } from './room.ts';
import { TableSection, type Words } from './table.tsx';

/**
 * Everything but the simulator. The chart that answers the commonest question comes first, and alone until `whole` is
 * true.
 */
export function Charts({ view, whole }: { readonly view: InsightsView; readonly whole: boolean }): VNode {
  const { words } = view;
  return (
    <main>
      <Days part={view.days} words={words} />
      {whole && (
        <>
          <Ranking part={view.codes} words={words} code />
          <Ranking part={view.people} words={words} code={false} />
          <Histograms part={view.scores} words={words} />
          <TableSection part={view.nearMisses} words={words} />
          <TableSection part={view.policies} words={words} />
          <Ranking part={view.findings} words={words} code={false} />
        </>
      )}
    </main>
  );
}

function Days({ part, words }: { readonly part: DaysPart; readonly words: Words }): VNode {
  const draw = useCallback((room: Room) => daysChart(part, room), [part]);
  return (
    <section>
      <Figure part={part} name={part.title} draw={part.bars.length > 0 ? draw : undefined} words={words}>
        <h2>{part.title}</h2>
        <Legend names={part.names} bars={part.bars} line={part.rate.name} />
      </Figure>
    </section>
  );
}

function Ranking({
  part,
  words,
  code,
}: {
  readonly part: RankPart;
  readonly words: Words;
  readonly code: boolean;
}): VNode {
  const draw = useCallback((room: Room) => rankChart(part.rows, room, code), [part, code]);
  return (
    <section>
      <Figure part={part} name={part.title} draw={part.rows.length > 0 ? draw : undefined} words={words}>
        <h2>{part.title}</h2>
      </Figure>
    </section>
  );
}
