import type { VNode } from 'preact';
import type { ComparisonPart, SimulationView } from '../../src/insights/insightsParts.ts';
import { Notes } from '../shared/notes.tsx';
import { Flips } from './flips.tsx';
import { host, run } from './host.ts';
import { ClosedTable, DataTable, type Words } from './table.tsx';
import { Threshold } from './threshold.tsx';

/** What other thresholds would have done: the answer stays in view while they are moved. */
export function Simulator({ view, words }: { readonly view: SimulationView; readonly words: Words }): VNode {
  return (
    <aside aria-labelledby="simulator">
      <h2 id="simulator">{view.title}</h2>
      <p class="note">{view.note}</p>
      <Outcome view={view} words={words} />
      <Choices choices={view.choices} />
      <div class="buttons">
        <button
          type="button"
          // With `disabled`, the button would lose the focus when it was pressed.
          aria-disabled={!view.changed}
          onClick={() => {
            if (view.changed) {
              run('resetThresholds');
            }
          }}
        >
          {view.reset}
        </button>
        <button
          type="button"
          onClick={() => {
            run('copyPolicy');
          }}
        >
          {view.copyPolicy}
        </button>
        <button
          type="button"
          onClick={() => {
            run('compareWith');
          }}
        >
          {view.compareWith}
        </button>
      </div>
      {view.comparison && <Comparison part={view.comparison} words={words} />}
      <p class="note curves">{view.curveNote}</p>
      {view.checks.map((check, index) => (
        <Threshold key={index} check={check} place={index} words={words} />
      ))}
      <Flips list={view.list} />
    </aside>
  );
}

/** Only the counts stay in view. The rest would hide the controls. */
function Outcome({ view, words }: { readonly view: SimulationView; readonly words: Words }): VNode {
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
      <div class="summary">
        <DataTable part={view.summary} words={words} />
        <ClosedTable name={view.details.title} table={view.details} words={words}>
          <Notes notes={view.details.notes} />
        </ClosedTable>
      </div>
    </>
  );
}

/** Two policies side by side over the same submissions. */
function Comparison({ part, words }: { readonly part: ComparisonPart; readonly words: Words }): VNode {
  return (
    <section class="comparison" aria-labelledby="comparison">
      <h3 id="comparison">{part.title}</h3>
      <p class="note">{part.note}</p>
      <DataTable part={part.sides} words={words} />
      <DataTable part={part.differences} words={words} />
    </section>
  );
}

/** The options of the simulation. */
function Choices({ choices }: { readonly choices: SimulationView['choices'] }): VNode {
  return (
    <ul class="choices">
      {choices.map(({ choice, label, on }) => (
        <li key={choice}>
          <label>
            <input
              type="checkbox"
              checked={on}
              onChange={({ currentTarget }) => {
                host.send({ kind: 'choose', choice, on: currentTarget.checked });
              }}
            />
            <span>{label}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}
