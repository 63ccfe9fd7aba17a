import type { VNode } from 'preact';
import type { SignalRow, SignalsPart } from '../../src/submissions/words/recordParts.ts';
import { SignalStrip } from './bars.tsx';
import { Notes } from '../shared/notes.tsx';
import { Shape } from '../shared/shapes.tsx';

/** The signals on a timeline to scale, and, as sent, the signals whose times cannot be read. */
export function Signals({ part }: { readonly part: SignalsPart }): VNode {
  return (
    <section>
      <h2>{part.title}</h2>
      {part.rows.length > 0 && <Timeline part={part} />}
      {part.unread.length > 0 && <Unread part={part} />}
      <Notes notes={part.notes} />
    </section>
  );
}

function Timeline({ part }: { readonly part: SignalsPart }): VNode {
  const { columns, toScale } = part;
  return (
    <table class="signals">
      <caption class="spoken">{part.caption}</caption>
      <thead>
        <tr>
          <th scope="col" class="name">
            {columns.signal}
          </th>
          <th scope="col" class="number">
            {columns.at}
          </th>
          <th scope="col" class="number">
            {columns.gap}
          </th>
          <th scope="col" class="number">
            {columns.lasted}
          </th>
          {toScale && <th scope="col">{columns.scale}</th>}
        </tr>
      </thead>
      <tbody>
        {part.rows.map((row, index) => (
          <Row key={index} row={row} part={part} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, part }: { readonly row: SignalRow; readonly part: SignalsPart }): VNode {
  const { columns, toScale } = part;
  return (
    <tr>
      <th scope="row">
        <bdi>{row.name}</bdi>
        {row.notes.map(({ icon, tone, text }) => (
          <p key={text} class={`problem ${tone}`}>
            <Shape icon={icon} />
            <bdi>{text}</bdi>
          </p>
        ))}
      </th>
      <Time name="at" label={columns.at} text={row.at} />
      <Time name="gap" label={columns.gap} text={row.gap} />
      <Time name="lasted" label={columns.lasted} text={row.lasted} />
      {toScale && (
        <td class="score">
          <SignalStrip strip={row.strip} />
        </td>
      )}
    </tr>
  );
}

function Time({ name, label, text }: { readonly name: string; readonly label: string; readonly text: string }): VNode {
  return (
    <td class={`number ${name}`}>
      {text !== '' && (
        <>
          <span class="label" aria-hidden="true">
            {label}
          </span>{' '}
          {text}
        </>
      )}
    </td>
  );
}

function Unread({ part }: { readonly part: SignalsPart }): VNode {
  return (
    <>
      <h3>{part.unreadTitle}</h3>
      <dl class="unknown">
        {part.unread.map(({ name, value, error }, index) => (
          <div key={index}>
            <dt>
              <bdi>{name}</bdi>
            </dt>
            <dd>
              <code dir="auto">{value}</code>
              {error !== '' && (
                <p class="problem failed">
                  <Shape icon="failed" />
                  <bdi>{error}</bdi>
                </p>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
