import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Cell, Column, InsightsView, Mark, TablePart, TableRow } from '../../src/insights/insightsParts.ts';
import { Notes } from '../shared/notes.tsx';
import { host } from './host.ts';

/** What the controls of charts and tables say. */
export type Words = InsightsView['words'];

/** A table with a title of its own. */
export function TableSection({ part, words }: { readonly part: TablePart; readonly words: Words }): VNode {
  return (
    <section>
      <h2>{part.title}</h2>
      {part.rows.length > 0 && <DataTable part={part} words={words} />}
      {part.more && (
        <p>
          <ShowButton mark={part.more} text={part.more.label} />
        </p>
      )}
      <Notes notes={part.notes} />
    </section>
  );
}

interface ClosedTableProps {
  /** The text of the control that opens the table. */
  readonly name: string;
  readonly table: TablePart;
  readonly words: Words;
  /** What is shown below it once it is open. */
  readonly children?: ComponentChildren;
}

/**
 * A table that a person can open. While it is closed, the page has none of its rows: a chart of three years would bring
 * a thousand.
 */
export function ClosedTable({ name, table, words, children }: ClosedTableProps): VNode {
  const [open, setOpen] = useState(false);
  return (
    <details
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>
        {name}
        {name !== table.title && <span class="spoken"> {table.title}</span>}
      </summary>
      {open && <DataTable part={table} words={words} />}
      {children}
    </details>
  );
}

/** A table with more columns than this needs more room. */
const mostNarrow = 6;

/** The rows of a table. Where it is too narrow for columns, each cell shows the name of its column. */
export function DataTable({ part, words }: { readonly part: TablePart; readonly words: Words }): VNode {
  const opens = part.rows.some(({ mark }) => mark !== undefined);
  return (
    <div class={part.columns.length > mostNarrow ? 'sheet wide' : 'sheet'}>
      <table>
        <caption class="spoken">{part.title}</caption>
        <thead>
          <tr>
            {part.columns.map(({ label, number }) => (
              <th key={label} scope="col" class={classOf(number)} dir="auto">
                {label}
              </th>
            ))}
            {opens && (
              <th scope="col">
                <span class="spoken">{words.show}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {part.rows.map((row, index) => (
            <Row key={index} row={row} columns={part.columns} opens={opens} show={words.show} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: TableRow;
  readonly columns: readonly Column[];
  readonly opens: boolean;
  readonly show: string;
}

function Row({ row, columns, opens, show }: RowProps): VNode {
  const [name = '', ...cells] = row.cells;
  return (
    <tr>
      <th scope="row" class={classOf(columns[0]?.number === true)}>
        <bdi>{typeof name === 'string' ? name : name.text}</bdi>
      </th>
      {cells.map((cell, index) => (
        <DataCell key={index} cell={cell} column={columns[index + 1]} />
      ))}
      {opens && <td class="opens">{row.mark && <ShowButton mark={row.mark} text={show} />}</td>}
    </tr>
  );
}

function DataCell({ cell, column }: { readonly cell: Cell; readonly column: Column | undefined }): VNode {
  const { text, mark } = typeof cell === 'string' ? { text: cell, mark: undefined } : cell;
  return (
    <td class={classOf(column?.number === true)}>
      {text !== '' && (
        <>
          <span class="label" aria-hidden="true">
            {column?.label}
          </span>{' '}
          {mark === undefined ? <bdi>{text}</bdi> : <ShowButton mark={mark} text={text} />}
        </>
      )}
    </td>
  );
}

function ShowButton({ mark, text }: { readonly mark: Mark; readonly text: string }): VNode {
  return (
    <button
      type="button"
      class="link"
      aria-label={mark.label}
      onClick={() => {
        host.send({ kind: 'showMark', key: mark.key });
      }}
    >
      {text}
    </button>
  );
}

function classOf(number: boolean): string | undefined {
  return number ? 'number' : undefined;
}
