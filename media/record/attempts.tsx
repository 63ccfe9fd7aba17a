import type { VNode } from 'preact';
import type { AttemptRow, AttemptsPart } from '../../src/submissions/words/recordParts.ts';
import { host } from './host.ts';
import { Notes } from '../shared/notes.tsx';
import { Shape } from '../shared/shapes.tsx';

/** The loaded attempts of the same KYC submission, this one among them. */
export function Attempts({ part }: { readonly part: AttemptsPart }): VNode {
  return (
    <section>
      <h2 dir="auto">{part.title}</h2>
      {part.rows.length > 0 && (
        <ol class="attempts">
          {part.rows.map((row) => (
            <Attempt key={row.id} row={row} />
          ))}
        </ol>
      )}
      <Notes notes={part.notes} />
    </section>
  );
}

function Attempt({ row }: { readonly row: AttemptRow }): VNode {
  return (
    <li class={row.tone} aria-current={row.current ? 'true' : undefined}>
      <Shape icon={row.icon} />
      <span class="time">{row.time}</span>
      <span class="what">
        <bdi class="status">{row.status}</bdi>
        {row.what !== '' && (
          <>
            {' · '}
            <bdi>{row.what}</bdi>
          </>
        )}
      </span>
      {row.current ? (
        <span class="this">{row.open}</span>
      ) : (
        <button
          type="button"
          class="link"
          aria-label={row.openSpoken}
          onClick={() => {
            host.send({ kind: 'openAttempt', id: row.id });
          }}
        >
          {row.open}
        </button>
      )}
    </li>
  );
}
