import type { VNode } from 'preact';
import type { FlipList, FlipRow } from '../../src/insights/insightsParts.ts';
import type { Icon, Tone } from '../../src/submissions/recordParts.ts';
import { Shape } from '../shared/shapes.tsx';
import { send } from './host.ts';

const icons: Readonly<Record<Tone, Icon>> = { failed: 'failed', passed: 'passed', warning: 'warning', quiet: 'open' };

/** The submissions that would have come out otherwise. */
export function Flips({ list }: { readonly list: FlipList }): VNode {
  return (
    <section>
      <h3>{list.title}</h3>
      <ul class="flipped">
        {list.rows.map((row) => (
          <Flip key={row.mark.key} row={row} />
        ))}
      </ul>
      {list.note !== '' && <p class="note">{list.note}</p>}
    </section>
  );
}

function Flip({ row }: { readonly row: FlipRow }): VNode {
  return (
    <li class={row.tone}>
      <button
        type="button"
        class="link id"
        aria-label={row.mark.label}
        onClick={() => {
          send({ kind: 'showMark', key: row.mark.key });
        }}
      >
        <bdi>{row.id}</bdi>
      </button>
      <span class="to">
        <Shape icon={icons[row.tone]} /> {row.to}
      </span>
      <bdi class="why">{row.why}</bdi>
    </li>
  );
}
