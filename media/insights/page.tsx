import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { EmptyView } from '../../src/protocol/insights.ts';
import type { InsightsView, SimulationView } from '../../src/insights/insightsParts.ts';
import { ActionButtons } from '../shared/buttons.tsx';
import { Announcer } from './announcer.tsx';
import { Charts } from './charts.tsx';
import { Header } from './header.tsx';
import { run } from './host.ts';
import { Patterns } from './patterns.tsx';
import { Simulator } from './simulator.tsx';

/** What stands on the page. */
export type Shown =
  | { readonly kind: 'empty'; readonly view: EmptyView }
  | { readonly kind: 'insights'; readonly view: InsightsView; readonly simulation: SimulationView };

/** Everything that the page shows. The live region stays, so that a screen reader hears what changes in it. */
export function Page({ shown }: { readonly shown: Shown }): VNode {
  return (
    <>
      <Patterns />
      <Announcer text={shown.kind === 'insights' ? shown.simulation.announcement : ''} />
      {shown.kind === 'empty' ? (
        <Empty view={shown.view} />
      ) : (
        <Insights view={shown.view} simulation={shown.simulation} />
      )}
    </>
  );
}

function Insights({ view, simulation }: { readonly view: InsightsView; readonly simulation: SimulationView }): VNode {
  // The same object is not looked at again: moving a threshold touches the simulator alone.
  const charts = useMemo(() => <Charts view={view} />, [view]);
  return (
    <>
      <Header view={view} />
      <div class="columns">
        {charts}
        <Simulator view={simulation} words={view.words} />
      </div>
    </>
  );
}

function Empty({ view }: { readonly view: EmptyView }): VNode {
  return (
    <main class="empty">
      <h1>{view.title}</h1>
      <p dir="auto">{view.text}</p>
      <div class="buttons">
        <ActionButtons buttons={view.buttons} run={run} />
      </div>
    </main>
  );
}
