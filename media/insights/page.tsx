import type { VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
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
      <Announcer text={shown.kind === 'insights' ? shown.simulation.announcement : shown.view.text} />
      {shown.kind === 'empty' ? (
        <Empty view={shown.view} />
      ) : (
        <Insights view={shown.view} simulation={shown.simulation} />
      )}
    </>
  );
}

function Insights({ view, simulation }: { readonly view: InsightsView; readonly simulation: SimulationView }): VNode {
  const isPainted = useIsPainted();
  // Preact does not render the same object again, so moving a threshold renders the simulator alone.
  const charts = useMemo(() => <Charts view={view} whole={isPainted} />, [view, isPainted]);
  return (
    <>
      <Header view={view} />
      <div class="columns">
        {charts}
        {isPainted && <Simulator view={simulation} words={view.words} />}
      </div>
    </>
  );
}

/** Whether the page was painted once. The first chart need not wait for all that is below and beside it. */
function useIsPainted(): boolean {
  const [isPainted, setPainted] = useState(false);
  // `useEffect` runs after the paint.
  useEffect(() => {
    setPainted(true);
  }, []);
  return isPainted;
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
