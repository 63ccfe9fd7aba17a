import { wireRecord } from '../api/wire.ts';
import { detailOf, type Detail } from './detail.ts';
import { recordValue } from './recordText.ts';
import type { Submission } from './submission.ts';

/** Reads a submission's record again, for what only its own page shows. */
export function openDetail(submission: Submission): Detail {
  const raw = recordValue(submission);
  return detailOf(submission, wireRecord.parse(raw), raw);
}
