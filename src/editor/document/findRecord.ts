import { success, type Failure } from '../../api/failure.ts';
import type { Place } from '../../submissions/model/submission.ts';
import { keep } from '../../submissions/store/source.ts';
import type { Answer, LiveRecord } from '../record/liveRecord.ts';

/**
 * What a document is of. Without a place there is no record: for a failure, or because its project has none of this id.
 * With both it is one that cannot be read.
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
