import { isFields } from '../../api/values.ts';
import { detailOf, type Detail } from '../model/detail.ts';
import { recordValue } from './recordText.ts';
import type { Submission } from '../model/submission.ts';

/** Reads a submission's record again, for what only its own page shows. */
export async function openDetail(submission: Submission): Promise<Detail> {
  const record = await recordValue(submission);
  return detailOf(submission, isFields(record) ? record : {});
}
