import { success, type Failure } from '../../api/failure.ts';
import type { Place } from '../../submissions/model/submission.ts';
import { keep } from '../../submissions/store/source.ts';
import type { Answer, LiveRecord } from '../record/liveRecord.ts';

/**
 * What was found for a document. A place alone is a record. A failure alone means that it could not be loaded. Both
 * together are a record that cannot be read. Neither means that the project has no record of this id.
 */
export interface Found {
  readonly place?: Place | undefined;
  readonly failure?: Failure;
}

/** The record of a document, from where it is loaded or from its service. */
export async function findRecord(record: LiveRecord): Promise<Found> {
  return foundIn(record.copy === undefined ? await record.read() : success(record.copy));
}

/** What an answer brought. */
export function foundIn(answer: Answer): Found {
  if (answer.ok) {
    return { place: answer.value };
  }
  const { failure } = answer;
  return failure.kind === 'unreadableRecord'
    ? { place: { source: keep(failure.answer()), ...failure.at }, failure }
    : { failure };
}
