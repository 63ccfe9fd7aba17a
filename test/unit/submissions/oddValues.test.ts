import assert from 'node:assert/strict';
import { maskWith } from '../../../src/submissions/privacy/mask.ts';
import { maskedDetail } from '../../../src/submissions/privacy/masked.ts';
import type { Detail } from '../../../src/submissions/model/detail.ts';
import { findingKindsOf, findingsOf } from '../../../src/submissions/model/findings.ts';
import { findingText } from '../../../src/submissions/words/findingWords.ts';
import { submissionOf } from './fromWire.ts';
import { detailFromText, detailOf, rejected } from './records.ts';

function oddWords(record: object): readonly string[] {
  return oddWordsOf(detailOf(record));
}

function oddWordsOf(detail: Detail): readonly string[] {
  return findingsOf(detail)
    .filter(({ kind }) => kind === 'oddValue')
    .map(findingText);
}

describe('a value of another type than documented', () => {
  it('is a finding that tells how it was sent and as what it is read', () => {
    assert.deepEqual(oddWords({ ...rejected, delete_check: 0, result: { face_similarity: '71.4' } }), [
      'delete_check is 0, and is read as false.',
      'result.face_similarity is "71.4", and is read as 71.4.',
    ]);
  });

  it('is a finding that tells that it cannot be read', () => {
    assert.deepEqual(oddWords({ ...rejected, auth_status: {} }), [
      'auth_status is {}, which cannot be read as what that field holds. The JSON document has it as sent.',
    ]);
  });

  for (const [path, record, digits] of [
    ['auth_id', '{"auth_id":12345678901234567890}', '12345678901234567890'],
    ['fail_code', '{"auth_id":"a","fail_code":9007199254740993}', '9007199254740993'],
    ['fail_code', '{"auth_id":"a","fail_code":[ 1.10 , 2 ]}', '[ 1.10 , 2 ]'],
    ['result.detectOccluded', '{"auth_id":"a","result":{"detectOccluded":1e400}}', '1e400'],
    ['signals.cameraProcessInfo[1].type', '{"auth_id":"a","signals":{"cameraProcessInfo":[{},{"type":0.50}]}}', '0.50'],
  ] as const) {
    it(`is told digit by digit: ${digits} as ${path}`, () => {
      assert.deepEqual(
        detailFromText(record).oddValues.map((odd) => [odd.path, odd.json]),
        [[path, digits]],
      );
      assert.ok(oddWordsOf(detailFromText(record))[0]?.startsWith(`${path} is ${digits}, `));
    });
  }

  it('is found without reading the record again', () => {
    assert.ok(findingKindsOf(submissionOf({ ...rejected, kyc_submission_id: 7 })).has('oddValue'));
    assert.ok(!findingKindsOf(submissionOf(rejected)).has('oddValue'));
  });

  it('tells nothing of a deleted record that deletion takes away', () => {
    const deleted = { ...rejected, delete_check: 1, result: '{"face_similarity":71}', fail_code: [6102] };
    assert.deepEqual(oddWords(deleted), ['delete_check is 1, and is read as true.']);
  });

  it('shows no id under a mask', () => {
    const detail = detailOf({ ...rejected, auth_id: ['fa_1'], submit_type: ['fa_1'] });
    const masked = maskedDetail(
      detail,
      maskWith(
        () => 'alias',
        () => false,
      ),
    );
    assert.ok(detail.oddValues.length === 2 && !JSON.stringify(masked.oddValues).includes('fa_1'));
  });
});
