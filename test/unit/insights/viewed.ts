import assert from 'node:assert/strict';
import { compare } from '../../../src/insights/comparison.ts';
import { insightsOf, type Insights } from '../../../src/insights/insights.ts';
import type { InsightsView, SimulationChoice, SimulationView } from '../../../src/insights/insightsParts.ts';
import type { Marks } from '../../../src/insights/marks.ts';
import { simulate } from '../../../src/insights/simulation.ts';
import { textOf } from '../../../src/insights/cells.ts';
import { simulationView } from '../../../src/insights/simulationView.ts';
import { startFrom, type Thresholds } from '../../../src/insights/thresholds.ts';
import { trialOf } from '../../../src/insights/trial.ts';
import type { InsightsInput } from '../../../src/insights/partInput.ts';
import { insightsView } from '../../../src/insights/view.ts';
import { noFilter, type LoadedFilter } from '../../../src/submissions/model/filter.ts';
import { unmasked } from '../../../src/submissions/privacy/mask.ts';
import { Store } from '../../../src/submissions/store/store.ts';
import { fromWire } from '../submissions/fromWire.ts';
import { addAll } from '../submissions/stored.ts';

/** How many points around a threshold count as near in these tests. */
export const margin = 5;

/** The insights into some records, in words. */
export interface Viewed {
  readonly store: Store;
  readonly insights: Insights;
  readonly view: InsightsView;
  readonly marks: Marks;
}

/** A store with these records, each under an id of its own. */
export function storeOf(records: readonly object[]): Store {
  const store = new Store();
  addAll(store, fromWire(...records.map((record, index) => ({ auth_id: `id${index}`, ...record }))));
  return store;
}

/** What is seen of the records of a store through a filter, with the days that were asked for. */
export async function viewed(
  store: Store,
  filter: LoadedFilter = noFilter,
  now = Infinity,
  asked?: InsightsInput['asked'],
): Promise<Viewed> {
  const insights = await insightsOf(store, filter, { zone: 'utc', margin, now });
  assert.ok(insights);
  const input = { store, ...insights, facts: [], remedies: [], filter, filterText: '', asked, zone: 'utc' } as const;
  return { store, insights, ...insightsView({ ...input, margin, locale: 'en', mask: unmasked, generation: 1 }) };
}

/** How other thresholds are tried. */
export interface TriedWith {
  readonly mostFlips?: number;
  readonly choices?: readonly SimulationChoice[];
  readonly compared?: Thresholds;
}

/** What is seen of other thresholds, at first of the recorded ones, and what its marks open. */
export async function triedWithMarks(
  { store, insights }: Viewed,
  thresholds: Thresholds = startFrom(insights.recorded),
  { mostFlips = 100, choices = [], compared: others }: TriedWith = {},
): Promise<{ readonly view: SimulationView; readonly marks: Marks }> {
  const signal = new AbortController().signal;
  const { columns } = insights.sample;
  const trial = trialOf(insights, thresholds, choices);
  const simulation = await simulate(columns, { ...trial, mostFlips, signal });
  const counts = others && (await compare(columns, trial, others, signal));
  assert.ok(simulation);
  const compared = others && counts && { thresholds: others, counts };
  const made = { simulation, tried: thresholds, choices, compared };
  return simulationView({ store, insights, ...made, mask: unmasked, generation: 1 });
}

/** What is seen of other thresholds. */
export async function tried(...args: Parameters<typeof triedWithMarks>): Promise<SimulationView> {
  return (await triedWithMarks(...args)).view;
}

/** The rows of the summary of a simulation and of its details: what, and how many. */
export function summaryOf({ summary, details }: SimulationView): readonly string[] {
  return [...summary.rows, ...details.rows].map(({ cells }) => cells.slice(0, 2).map(textOf).join(' '));
}
