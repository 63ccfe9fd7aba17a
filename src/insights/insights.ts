import { matcherOf, type LoadedFilter } from '../submissions/filter.ts';
import type { FindingKind } from '../submissions/findings.ts';
import { scoredKinds } from '../submissions/readings.ts';
import type { Store } from '../submissions/store.ts';
import { findingCountsOf, sampleOf, type Sample } from './sample.ts';
import { tallyOf, type Tally, type Tallying } from './tally.ts';
import type { Thresholds } from './thresholds.ts';

/** What was found in some submissions, before any of it is put into words. */
export interface Insights {
  readonly sample: Sample;
  readonly tally: Tally;
  readonly findings: ReadonlyMap<FindingKind, number>;
  /** The thresholds of the newest recorded policy; all 0 where there is none. */
  readonly recorded: Thresholds;
}

/** Looks at all loaded submissions that a filter lets through. */
export async function insightsOf(store: Store, filter: LoadedFilter, options: Tallying): Promise<Insights> {
  const matches = matcherOf(filter, options.margin);
  const sample = await sampleOf(store, matches);
  const tally = await tallyOf(sample.columns, options);
  const findings = await findingCountsOf(store, matches);
  const newest = sample.columns.policies[tally.newestPolicy ?? -1]?.thresholds ?? [];
  const recorded = scoredKinds.map((_, check) => {
    const threshold = newest[check] ?? 0;
    return Number.isNaN(threshold) ? 0 : threshold;
  });
  return { sample, tally, findings, recorded };
}
