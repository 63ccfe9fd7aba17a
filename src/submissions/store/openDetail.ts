import { detailOf, type Detail } from '../model/detail.ts';
import { recordBytes } from './recordText.ts';
import type { Submission } from '../model/submission.ts';

/** Reads a submission's record again, for what only its own page shows. */
export async function openDetail(submission: Submission): Promise<Detail> {
  return detailOf(submission, await recordBytes(submission));
}
