import type { Insights } from './insights.ts';
import type { SimulationChoice } from './insightsParts.ts';
import type { Trial } from './judge.ts';
import type { Thresholds } from './thresholds.ts';

/** What the submissions are held against when thresholds are tried in a chosen way. */
export function trialOf({ tally }: Insights, thresholds: Thresholds, choices: readonly SimulationChoice[]): Trial {
  return {
    thresholds,
    asRecorded: choices.includes('asRecorded'),
    policy: choices.includes('newestOnly') ? tally.newestPolicy : undefined,
  };
}
