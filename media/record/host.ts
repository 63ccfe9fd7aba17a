import type { RecordAction, RecordToHost, RecordToPage } from '../../src/protocol/record.ts';
import { connect } from '../shared/host.ts';

/** The panel of a record. */
export const host = connect<RecordToHost, RecordToPage>({ kind: 'ready' });

/** Asks the panel to do what a button says. */
export function run(action: RecordAction): void {
  host.send({ kind: 'run', action });
}
