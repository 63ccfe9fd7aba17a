import assert from 'node:assert/strict';
import { PageRedaction } from '../../../src/export/pageRedaction.ts';
import { withoutStale } from '../../../src/export/withoutStale.ts';
import { exported, following, pageOf } from './support/written.ts';

const page = async (...data: readonly object[]) => await pageOf(JSON.stringify([{ data }]));

describe('a redacted export', () => {
  it('replaces in comments also the ids of other submissions that it meets, up to the end of the page', async () => {
    const redact = new PageRedaction((id) => `<${id.length}>`);
    const pages = following(
      await page({ auth_id: 'first', reject_comment: 'as second and fourth' }, { auth_id: 'second' }),
      await page({ auth_id: 'third', kyc_submission_id: 'person', reject_comment: 'as first, person' }),
    );
    const { text } = await exported(pages, { redact, format: 'ndjson' });
    assert.deepEqual(
      text
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { reject_comment?: string }).reject_comment),
      ['as <6> and fourth', undefined, 'as <5>, <6>'],
    );
  });
});

describe('a page that is exported', () => {
  it('is the same to the byte while nothing of it was deleted since', async () => {
    const received = await page({ auth_id: 'a' }, { auth_id: 'b', delete_check: true });
    assert.equal(
      withoutStale(received, (id) => id === 'b'),
      received,
    );
  });

  it('is without the copies of what was deleted since, and keeps all else as received', async () => {
    const received = await pageOf('[{"faceAuth_projectId":"p","data":[{"auth_id":"a", "x":1.0},{"auth_id":"b"},5]}]');
    const { bytes, records, broken } = withoutStale(received, (id) => id === 'b');
    assert.equal(new TextDecoder().decode(bytes), '[{"faceAuth_projectId":"p","data":[{"auth_id":"a", "x":1.0},5]}]');
    assert.deepEqual([records.length, broken.length], [1, 1]);
  });
});
