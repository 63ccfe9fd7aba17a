import type { VNode } from 'preact';
import type { SimulationView } from '../../src/insights/insightsParts.ts';
import { Flips } from './flips.tsx';
import type { Words } from './figure.tsx';
import { run } from './host.ts';
import { Threshold } from './threshold.tsx';

/** What other thresholds would have done: the answer stays in view while they are moved. */
export function Simulator({ view, words }: { readonly view: SimulationView; readonly words: Words }): VNode {
  return (
    <aside aria-labelledby="simulator">
      <h2 id="simulator">{view.title}</h2>
      <p class="note">{view.note}</p>
      <Outcome view={view} />
      <p class="note curves">{view.curveNote}</p>
      {view.checks.map((check, index) => (
        <Threshold key={index} check={check} place={index} words={words} />
      ))}
      <Flips list={view.list} />
    </aside>
  );
}

/** The counts alone stay in view; whatever else is said would hide the controls. */
function Outcome({ view }: { readonly view: SimulationView }): VNode {
  return (
    <>
      <dl class="flips">
        {view.flips.map(({ count, label, tone }) => (
          <div key={label} class={tone}>
            <dt>{label}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <ul class="note">
        {view.counts.map((count) => (
          <li key={count}>{count}</li>
        ))}
      </ul>
      <button
        type="button"
        // A disabled button would lose the focus when it was pressed.
        aria-disabled={!view.changed}
        onClick={() => {
          if (view.changed) {
            run('resetThresholds');
          }
        }}
      >
        {view.reset}
      </button>
    </>
  );
}
