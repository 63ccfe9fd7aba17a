import { insightsOf } from '../../src/insights/insights.ts';
import { simulate } from '../../src/insights/simulation.ts';
import { flipsAtATime, simulationView } from '../../src/insights/simulationView.ts';
import { insightsView } from '../../src/insights/view.ts';
import { usualArrangement } from '../../src/session/arrangement.ts';
import { Collection } from '../../src/session/collection.ts';
import { scoredKinds } from '../../src/submissions/model/readings.ts';
import { noFilter } from '../../src/submissions/model/filter.ts';
import { unmasked } from '../../src/submissions/privacy/mask.ts';
import { demoPages, pageOf } from './demoPages.ts';

const [, , records = ''] = process.argv;
const moves = 60;

// Loads the given number of records, makes the insights over them, and moves a threshold up and down.
const collection = new Collection(usualArrangement);
for await (const { bytes } of demoPages(Number(records) / 2000, Number(records))) {
  await collection.addPage(await pageOf(bytes));
}
const { store } = collection.loaded;
const mask = unmasked;

const start = performance.now();
const found = await insightsOf(store, noFilter, { zone: 'utc', margin: 5, now: Date.now() });
if (found === undefined) throw new Error('The insights were given up.');
const insights = found;
const { recorded, sample } = insights;
const generation = 1;
insightsView({
  ...{ store, ...insights, generation, mask, facts: [], remedies: [], filter: noFilter, filterText: '' },
  ...{ zone: 'utc', margin: 5, locale: 'en' },
});
const looked = performance.now() - start;

async function move(to: number): Promise<number> {
  const begin = performance.now();
  const tried = recorded.with(0, to);
  const signal = new AbortController().signal;
  const trial = { thresholds: tried, asRecorded: false, policy: undefined };
  const simulation = await simulate(sample.columns, { ...trial, mostFlips: flipsAtATime, signal });
  if (simulation === undefined) throw new Error('The simulation was given up.');
  simulationView({ store, insights, simulation, tried, choices: [], mask, generation });
  return performance.now() - begin;
}

/** One pass that only sums the columns which a simulation reads. */
function plainPass(): { readonly ms: number; readonly sum: number } {
  const begin = performance.now();
  const { size, scores, outcomes, holds, doubtful, policyOf } = sample.columns;
  let sum = 0;
  for (let place = 0; place < size; place++) {
    sum += (outcomes[place] ?? 0) + (holds[place] ?? 0) + (doubtful[place] ?? 0) + (policyOf[place] ?? 0);
    for (let at = place * scoredKinds.length; at < (place + 1) * scoredKinds.length; at++) {
      const score = scores[at] ?? Number.NaN;
      sum += Number.isNaN(score) ? 0 : score;
    }
  }
  return { ms: performance.now() - begin, sum };
}

const all: { readonly ours: number; readonly theirs: number }[] = [];
for (let turn = 0; turn < moves; turn++) {
  const ours = await move(60 + (turn % 40));
  const { ms: theirs, sum } = plainPass();
  if (!(sum > 0)) throw new Error('There was nothing to sum.');
  all.push({ ours, theirs });
}
process.stdout.write(JSON.stringify({ records: store.size, looked, moves: all }));
