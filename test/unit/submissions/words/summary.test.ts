import assert from 'node:assert/strict';
import { explained } from '../../../../src/submissions/words/explained.ts';
import { summaryOf } from '../../../../src/submissions/words/summary.ts';

const context = {
  projectName: 'Production',
  attempts: [],
  showDeleted: false,
  zone: 'utc',
  now: 0,
  locale: 'en',
} as const;

function summaryOfRecord(record: object): string {
  const what = explained(JSON.stringify(record));
  assert.ok(what);
  return summaryOf(what.detail, context);
}

const rejected = {
  auth_id: 'fa_1',
  auth_status: 'rejected',
  create_time: '2027-01-15T11:00:00.000Z',
  kyc_submission_id: 'kyc_2',
  policy: { faceSimilarity_threshold: 85 },
  result: { face_similarity: 71 },
  fail_code: ['face_compare_underscore'],
};

describe('the summary of a submission', () => {
  it('has the sentence, the ids, the time and the checks, the failed one first', () => {
    const lines = summaryOfRecord(rejected).split('\n');
    assert.equal(lines[0], String.raw`**Rejected\: face similarity 71 is below the required 85.**`);
    assert.ok(lines.includes(String.raw`- authId: fa\_1`));
    assert.ok(lines.includes(String.raw`- KYC submission: kyc\_2`));
    assert.ok(lines.includes('- Project: Production'));
    const table = lines.filter((line) => line.startsWith('|'));
    assert.equal(table.length, 8);
    assert.match(table[2] ?? '', /^\| Face similarity \| ≥ 85 \| 71 \| .* \| Failed \\\(reported and computed\\\) \|$/);
  });

  it('has no scores of a deleted one', () => {
    const text = summaryOfRecord({ ...rejected, delete_check: true });
    assert.ok(!text.includes('71') && !text.includes('|'));
  });

  it('lets no text of the service be read as markup', () => {
    const hostile = '![x](http://h/i.png) <b> | `c` [l](command:x)';
    const text = summaryOfRecord({ ...rejected, auth_id: hostile, kyc_submission_id: hostile, auth_status: hostile });
    assert.doesNotMatch(text, /(?<!\\)[[\]<`]/);
  });
});
