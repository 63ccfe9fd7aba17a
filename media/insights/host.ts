import type { InsightsAction, InsightsToHost, InsightsToPage } from '../../src/protocol/insights.ts';
import { connect } from '../shared/host.ts';

/** The panel of the insights. */
export const host = connect<InsightsToHost, InsightsToPage>({ kind: 'ready' });

/** Asks the panel to do what a button says. */
export function run(action: InsightsAction): void {
  host.send({ kind: 'run', action });
}
