import { wireRecord } from '../../api/wire.ts';
import { detailOf, type Detail } from '../model/detail.ts';
import { recordValue } from './recordText.ts';
import type { Submission } from '../model/submission.ts';

/** Reads a submission's record again, for what only its own page shows. */
export async function openDetail(submission: Submission): Promise<Detail> {
  const raw = await recordValue(submission);
  return detailOf(submission, wireRecord.parse(raw), raw);
}
