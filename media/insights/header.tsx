import type { VNode } from 'preact';
import type { InsightsView } from '../../src/insights/insightsParts.ts';
import { ActionButtons } from '../shared/buttons.tsx';
import { run } from './host.ts';

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
      {view.filter && (
        <p class="filter">
          <span dir="auto">{view.filter.text}</span>
          {view.filter.tree !== undefined && <span dir="auto">{view.filter.tree}</span>}
          <ActionButtons buttons={view.filter.buttons} run={run} />
        </p>
      )}
    </header>
  );
}
