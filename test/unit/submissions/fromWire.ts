import assert from 'node:assert/strict';
import { readPage } from '../../../src/api/page.ts';
import { isFields } from '../../../src/api/values.ts';
import { keep } from '../../../src/submissions/store/source.ts';
import { createReader, snapshotOf, type Submission } from '../../../src/submissions/model/submission.ts';

/** The submissions of an answer with this text, all of which must be readable. */
export async function fromText(text: string): Promise<readonly Submission[]> {
  const page = await readPage({ bytes: new TextEncoder().encode(text), contentType: 'application/json' });
  assert.ok(page.ok && page.value.broken.length === 0, page.ok ? page.value.broken[0]?.problem : 'no page');
  const source = keep(page.value.bytes);
  const read = createReader();
  const { records } = page.value;
  return records.ids.map((_, index) => snapshotOf(read(records.at(index), { source, ...records.where(index) })));
}

/** The submissions of a page that holds these records. */
export function fromWire(...records: readonly object[]): readonly Submission[] {
  const source = keep(new TextEncoder().encode(JSON.stringify([{ data: records }])));
  const read = createReader();
  return records.map((record, position) =>
    snapshotOf(read(isFields(record) ? record : {}, { source, element: 0, position })),
  );
}

/** One record as a submission; the id is `one` unless given. */
export function submissionOf(record: object): Submission {
  const [submission] = fromWire({ auth_id: 'one', ...record });
  assert.ok(submission);
  return submission;
}
