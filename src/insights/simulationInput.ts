import type { Mask } from '../submissions/privacy/mask.ts';
import type { Store } from '../submissions/store/store.ts';
import type { Comparison } from './comparison.ts';
import type { Insights } from './insights.ts';
import type { SimulationChoice } from './insightsParts.ts';
import type { Simulation } from './simulation.ts';
import type { Thresholds } from './thresholds.ts';

/** Other thresholds, and the outcomes of the same submissions under these and under the tried ones. */
export interface Compared {
  readonly thresholds: Thresholds;
  readonly counts: Comparison;
}

/** What a simulation is made from. */
export interface SimulationInput {
  readonly store: Store;
  readonly insights: Insights;
  readonly simulation: Simulation;
  readonly tried: Thresholds;
  readonly choices: readonly SimulationChoice[];
  /** The other policy, where one is compared. */
  readonly compared?: Compared | undefined;
  readonly mask: Mask;
  /** The generation of the insights over the same submissions. */
  readonly generation: number;
}
