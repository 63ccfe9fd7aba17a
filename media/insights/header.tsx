import type { VNode } from 'preact';
import type { InsightsView, ScopeText } from '../../src/insights/insightsParts.ts';
import { ActionButtons } from '../shared/buttons.tsx';
import { host, run } from './host.ts';

/** What the insights are about, and what can be done with them. */
export function Header({ view }: { readonly view: InsightsView }): VNode {
  return (
    <header>
      <div class="top">
        <h1>{view.title}</h1>
        <div class="buttons" role="group" aria-label={view.buttonsTitle}>
          <ActionButtons buttons={view.buttons} run={run} />
        </div>
      </div>
      <ul class="facts">
        {view.facts.map((fact) => (
          <li key={fact} dir="auto">
            {fact}
          </li>
        ))}
      </ul>
      {view.remedies.length > 0 && (
        <div class="buttons">
          <ActionButtons buttons={view.remedies} run={run} />
        </div>
      )}
      {view.filter && <Scope scope={view.filter} />}
    </header>
  );
}

/** What the page is about: each condition can be taken off. */
function Scope({ scope }: { readonly scope: ScopeText }): VNode {
  return (
    <div class="filter">
      <span dir="auto">{scope.conditions.length > 0 ? scope.conditionsTitle : scope.text}</span>
      {scope.conditions.map(({ text, remove }, condition) => (
        <button
          key={text}
          type="button"
          class="chip"
          aria-label={remove}
          title={remove}
          onClick={() => {
            host.send({ kind: 'widen', condition });
          }}
        >
          <bdi>{text}</bdi> <span aria-hidden="true">×</span>
        </button>
      ))}
      {scope.tree !== undefined && <span dir="auto">{scope.tree}</span>}
      <ActionButtons buttons={scope.buttons} run={run} />
    </div>
  );
}
