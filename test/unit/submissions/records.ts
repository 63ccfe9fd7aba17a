import assert from 'node:assert/strict';
import type { Fields } from '../../../src/api/values.ts';
import { detailOf as detailIn, type Detail } from '../../../src/submissions/model/detail.ts';
import type { RecordContext } from '../../../src/submissions/words/recordContext.ts';
import type { CheckRow, RecordView } from '../../../src/submissions/words/recordParts.ts';
import { recordView } from '../../../src/submissions/words/recordView.ts';
import { spoken } from '../../../src/submissions/words/segments.ts';
import { keep } from '../../../src/submissions/store/source.ts';
import { createReader } from '../../../src/submissions/model/submission.ts';

/** A rejected record with one failed check; tests replace what they are about. */
export const rejected = {
  policy: { faceSimilarity_threshold: 85, occluded_threshold: false, liveness_threshold: 0 },
  auth_id: 'fa_1',
  auth_status: 'rejected',
  create_time: '2025-10-02T02:15:17.554Z',
  submit_type: 'form',
  kyc_submission_id: 'kyc_1',
  delete_check: false,
  result: { face_similarity: 71.4 },
  fail_code: ['face_compare_underscore'],
  reject_comment: ['similarity is lower than the threshold.'],
};

/** An approved record whose only enforced check passed. */
export const approved = {
  ...rejected,
  auth_status: 'approved',
  result: { face_similarity: 93.1 },
  fail_code: [],
  reject_comment: [],
};

/** A record as JSON text, through the wire and the model, as in the extension. */
export function detailFromText(json: string): Detail {
  const raw = JSON.parse(json) as Fields;
  const source = keep(new TextEncoder().encode(`[${json}]`));
  const submission = createReader()(raw, { source, element: 0, position: undefined });
  return detailIn(submission, new TextEncoder().encode(json));
}

/** The same for a record that is not text yet. */
export function detailOf(record: object): Detail {
  return detailFromText(JSON.stringify(record));
}

/** What its page shows, one year after `rejected` was created. */
export function viewOf(record: object, context: Partial<RecordContext> = {}): RecordView {
  return viewOfDetail(detailOf(record), context);
}

/** What the page of a detail shows. */
export function viewOfDetail(detail: Detail, context: Partial<RecordContext> = {}): RecordView {
  return recordView(detail, {
    projectName: 'Production',
    zone: 'utc',
    locale: 'en',
    now: Date.parse('2026-10-02T02:15:17Z'),
    attempts: [],
    showDeleted: false,
    ...context,
  });
}

/** The sentence of a record's page. */
export function sentenceFor(record: object, context: Partial<RecordContext> = {}): string {
  return spoken(viewOf(record, context).sentence);
}

/** The row of a check by its name, e.g. `Occlusion`. */
export function rowFor(record: object, name: string): CheckRow {
  const row = viewOf(record).checks?.rows.find((one) => one.name === name);
  assert.ok(row, `no row ${name}`);
  return row;
}
