import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FlipList, FlipRow } from '../../src/insights/insightsParts.ts';
import type { Icon, Tone } from '../../src/submissions/words/recordParts.ts';
import { Shape } from '../shared/shapes.tsx';
import { host, run } from './host.ts';

const icons: Readonly<Record<Tone, Icon>> = { failed: 'failed', passed: 'passed', warning: 'warning', quiet: 'open' };

/** The submissions that would have come out otherwise. */
export function Flips({ list }: { readonly list: FlipList }): VNode {
  const rows = useRef<HTMLUListElement>(null);
  // After a person asked for more, the first new row gets the focus. This comes before `paintKeepingFocus` looks for
  // another element, because the button may be gone.
  const [next, goOn] = useState<number>();
  useLayoutEffect(() => {
    const first = next === undefined ? undefined : rows.current?.querySelectorAll('button')[next];
    if (first !== undefined) {
      first.focus();
      goOn(undefined);
    }
  }, [next, list.rows.length]);
  return (
    <section>
      <h3>{list.title}</h3>
      <ul class="flipped" ref={rows}>
        {list.rows.map((row) => (
          <Flip key={row.mark.key} row={row} />
        ))}
      </ul>
      {list.more !== undefined && (
        <button
          type="button"
          onClick={() => {
            goOn(list.rows.length);
            run('showMoreFlips');
          }}
        >
          {list.more}
        </button>
      )}
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
          host.send({ kind: 'showMark', key: row.mark.key });
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
