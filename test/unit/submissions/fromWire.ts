import assert from 'node:assert/strict';
import { readPage } from '../../../src/api/page.ts';
import { createReader, type Submission } from '../../../src/submissions/submission.ts';

/** The submissions of an answer with this text, all of which must be readable. */
export function fromText(text: string): readonly Submission[] {
  const page = readPage({ bytes: new TextEncoder().encode(text), contentType: 'application/json' });
  assert.ok(page.ok && page.value.broken.length === 0, page.ok ? page.value.broken[0]?.problem : 'no page');
  const { bytes } = page.value;
  const read = createReader();
  return page.value.records.map(({ record, path }) => read(record, { source: { bytes }, path }));
}

/** The submissions of a page that holds these records. */
export function fromWire(...records: readonly object[]): readonly Submission[] {
  return fromText(JSON.stringify([{ data: records }]));
}

/** One record as a submission; the id is `one` unless given. */
export function submissionOf(record: object): Submission {
  const [submission] = fromWire({ auth_id: 'one', ...record });
  assert.ok(submission);
  return submission;
}
