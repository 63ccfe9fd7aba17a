import type { Insights } from './insights.ts';
import type { SimulationChoice } from './insightsParts.ts';
import type { Trial } from './judge.ts';
import type { Thresholds } from './thresholds.ts';

/** The trial of some thresholds with the options that were chosen. */
export function trialOf({ tally }: Insights, thresholds: Thresholds, choices: readonly SimulationChoice[]): Trial {
  return {
    thresholds,
    asRecorded: choices.includes('asRecorded'),
    policy: choices.includes('newestOnly') ? tally.newestPolicy : undefined,
  };
}
