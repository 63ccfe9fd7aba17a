import type { ComponentChildren, VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { InsightsView, TablePart } from '../../src/insights/insightsParts.ts';
import { Notes } from '../shared/notes.tsx';
import { Chart } from './chart.tsx';
import type { Drawing } from './drawing.tsx';
import { host } from './host.ts';
import type { Room } from './room.ts';
import { standalone } from './standalone.ts';
import { DataTable } from './table.tsx';

/** What the controls of charts and tables say. */
export type Words = InsightsView['words'];

interface FigureProps {
  readonly part: { readonly summary: string; readonly table: TablePart };
  /** What a file of the chart is about. */
  readonly name: string;
  /** The same function as long as the same is to be drawn; undefined where there is nothing to draw. */
  readonly draw: ((room: Room) => Drawing) | undefined;
  readonly words: Words;
  /** The caption. */
  readonly children: ComponentChildren;
}

/** A chart with its caption; below it the same as a table, and a way to take it along. */
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
        {table.rows.length > 0 && <AsTable table={table} words={words} />}
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

/** A closed table has no rows on the page: a chart of three years would bring a thousand. */
function AsTable({ table, words }: { readonly table: TablePart; readonly words: Words }): VNode {
  const [open, setOpen] = useState(false);
  return (
    <details
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>
        {words.table}
        <span class="spoken"> {table.title}</span>
      </summary>
      {open && <DataTable part={table} words={words} />}
    </details>
  );
}
