import { matcherOf, type LoadedFilter } from '../submissions/model/filter.ts';
import { scoredKinds } from '../submissions/model/readings.ts';
import type { Store } from '../submissions/store/store.ts';
import type { Policy } from './columns.ts';
import { peopleOf, type People } from './people.ts';
import { sampleOf, type Sample } from './sample.ts';
import { tallyOf, type Tally, type Tallying } from './tally.ts';
import type { Thresholds } from './thresholds.ts';

/** What was found in some submissions, before any of it is put into words. */
export interface Insights {
  readonly sample: Sample;
  readonly tally: Tally;
  readonly people: People;
  /** The thresholds of the newest usual policy; all 0 where there is none. */
  readonly recorded: Thresholds;
}

/** Looks at all loaded submissions that a filter lets through; undefined once the signal is aborted. */
export async function insightsOf(
  store: Store,
  filter: LoadedFilter,
  options: Tallying,
  signal?: AbortSignal,
): Promise<Insights | undefined> {
  const sample = await sampleOf(store, matcherOf(filter, options.margin), signal);
  const tally = sample && (await tallyOf(sample.columns, options, signal));
  const people = sample && (await peopleOf(sample.columns, signal));
  if (sample === undefined || tally === undefined || people === undefined || signal?.aborted === true) {
    return undefined;
  }
  return { sample, tally, people, recorded: newestPolicyOf({ sample, tally })?.thresholds ?? scoredKinds.map(() => 0) };
}

/** The newest usual policy; undefined where no record names one. */
export function newestPolicyOf({ sample, tally }: Pick<Insights, 'sample' | 'tally'>): Policy | undefined {
  return sample.columns.policies[tally.newestPolicy ?? -1];
}
