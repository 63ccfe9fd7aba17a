import type { ComponentChildren, VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { TablePart } from '../../src/insights/insightsParts.ts';
import { Notes } from '../shared/notes.tsx';
import { Chart } from './chart.tsx';
import type { Drawing } from './drawing.tsx';
import { host } from './host.ts';
import type { Room } from './room.ts';
import { standalone } from './standalone.ts';
import { ClosedTable, type Words } from './table.tsx';

interface FigureProps {
  readonly part: { readonly summary: string; readonly table: TablePart };
  /** The name of the chart for a saved file. */
  readonly name: string;
  /** Must stay the same function as long as the drawing stays the same; undefined where there is nothing to draw. */
  readonly draw: ((room: Room) => Drawing) | undefined;
  readonly words: Words;
  /** The caption. */
  readonly children: ComponentChildren;
}

/** A chart with its caption. Below it are the same numbers as a table, and a button that saves the chart. */
export function Figure({ part, name, draw, words, children }: FigureProps): VNode {
  const { summary, table } = part;
  const chart = useRef<HTMLDivElement>(null);
  const save = (): void => {
    const svg = chart.current?.querySelector('svg');
    if (svg) {
      host.send({ kind: 'saveSvg', name, svg: standalone(svg) });
    }
  };
  return (
    <figure>
      <figcaption>{children}</figcaption>
      {draw && <Chart place={chart} draw={draw} label={summary} />}
      <div class="tools">
        {table.rows.length > 0 && <ClosedTable name={words.table} table={table} words={words} />}
        {draw && (
          <button type="button" class="link" aria-label={`${words.saveSvg} ${name}`} onClick={save}>
            {words.saveSvg}
          </button>
        )}
      </div>
      <Notes notes={draw === undefined && table.notes.length === 0 ? [summary] : table.notes} />
    </figure>
  );
}
