import type { VNode } from 'preact';
import type { CheckRow, ChecksPart } from '../../src/submissions/words/recordParts.ts';
import { ScoreBar } from './bars.tsx';
import { Shape } from '../shared/shapes.tsx';

/** The table of checks. Where it is too narrow for columns, each cell shows the name of its column. */
export function Checks({ part }: { readonly part: ChecksPart }): VNode {
  const { columns } = part;
  return (
    <table class="checks">
      <caption class="spoken">{part.caption}</caption>
      <thead>
        <tr>
          <th scope="col" class="check">
            {columns.check}
          </th>
          <th scope="col" class="number required">
            {columns.required}
          </th>
          <th scope="col" class="number measured">
            {columns.measured}
          </th>
          <th scope="col">{columns.score}</th>
          <th scope="col" class="number margin">
            {columns.margin}
          </th>
          <th scope="col" class="verdict">
            {columns.verdict}
          </th>
        </tr>
      </thead>
      <tbody>
        {part.rows.map((row) => (
          <Row key={row.name} row={row} columns={columns} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, columns }: { readonly row: CheckRow; readonly columns: ChecksPart['columns'] }): VNode {
  return (
    <tr class={row.tone}>
      <th scope="row">
        <Shape icon={row.icon} />
        {row.name}
      </th>
      <Value name="required" label={columns.required} text={row.required} />
      <Value name="measured" label={columns.measured} text={row.measured} />
      <td class="score">{row.bar && <ScoreBar bar={row.bar} />}</td>
      <Value name="margin" label={columns.margin} text={row.margin} />
      <td class="verdict">
        <strong>{row.verdict}</strong>
        {row.by !== '' && ` · ${row.by}`}
        {row.notes.map((note) => (
          <p key={note} class="note">
            {note}
          </p>
        ))}
      </td>
    </tr>
  );
}

function Value({ name, label, text }: { readonly name: string; readonly label: string; readonly text: string }): VNode {
  return (
    <td class={`number ${name}`}>
      {text !== '' && (
        <>
          <span class="label" aria-hidden="true">
            {label}
          </span>{' '}
          <bdi>{text}</bdi>
        </>
      )}
    </td>
  );
}
