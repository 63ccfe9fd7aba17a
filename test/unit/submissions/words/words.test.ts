import assert from 'node:assert/strict';
import { checkKinds } from '../../../../src/submissions/model/readings.ts';
import { failureSummary } from '../../../../src/submissions/words/failureSummary.ts';
import { scoreText } from '../../../../src/submissions/words/numberText.ts';
import { checkName, checkTitle, statusTitle } from '../../../../src/submissions/words/titles.ts';
import { submissionOf } from '../fromWire.ts';

function summary(measured: unknown, threshold: unknown, more: object = {}): string {
  return failureSummary(
    submissionOf({
      auth_status: 'rejected',
      policy: { faceSimilarity_threshold: threshold },
      result: { face_similarity: measured },
      ...more,
    }),
  );
}

describe('two numbers side by side', () => {
  for (const [value, other, text] of [
    [84.96, 85, '84.96'],
    [84.94, 85, '84.9'],
    [84.999, 85, '84.999'],
    [84.999999, 85, '84.999999'],
    [84.9999999999999, 85, '84.9999999999999'],
    [85, 84.96, '85'],
    [71.41234, 85, '71.4'],
    [0.04, 0, '0.04'],
    [100, 100, '100'],
    [97.78668212890625, undefined, '97.8'],
    [-0.04, 0, '-0.04'],
    [71.4, 'high', '71.4'],
  ] as const) {
    it(`read as the two that they are: ${value} beside ${other}`, () => {
      assert.equal(scoreText(value, other), text);
    });
  }

  it('never read as equal when they are not', () => {
    for (let exponent = 0; exponent < 14; exponent++) {
      for (const threshold of [1, 50, 85, 85.5, 99.95]) {
        const score = threshold - 10 ** -exponent * 0.7;
        assert.notEqual(scoreText(score, threshold), scoreText(threshold, score), `${score} beside ${threshold}`);
      }
    }
  });

  it('never read as equal in the row of a submission', () => {
    assert.equal(summary(84.96, 85), 'similarity 84.96 < 85');
    assert.equal(summary(84.96, 84.97), 'similarity 84.96 < 84.97');
  });
});

describe('a reading that is no number', () => {
  it('is yes or no, or plain text of bounded length', () => {
    assert.deepEqual([scoreText(true), scoreText(false), scoreText('high')], ['yes', 'no', 'high']);
    assert.ok(scoreText('\u202e'.repeat(1_000_000)).length < 400);
  });
});

describe('what failed, in a row', () => {
  it('is nothing where nothing did', () => {
    assert.equal(summary(90, 85, { auth_status: 'approved' }), '');
  });

  it('is the lack of a code where the service gave none', () => {
    assert.equal(summary(90, 85), 'no fail code');
  });

  it('is what the service reported where the numbers do not say it', () => {
    assert.equal(summary(90, 85, { fail_code: ['face_compare_underscore'] }), 'similarity reported');
    assert.equal(summary(90, 85, { fail_code: 'Face_Occluded_fail' }), 'face occluded');
    assert.equal(summary(90, 85, { fail_code: 'Head_cover_fail' }), 'head cover reported');
  });

  it('is an unknown code verbatim, as plain text of bounded length', () => {
    assert.equal(summary(90, 85, { fail_code: ['New_code'] }), 'New_code');
    assert.equal(summary(90, 85, { fail_code: ['a\u202eb'] }), String.raw`a\u202eb`);
    assert.ok(summary(90, 85, { fail_code: ['x'.repeat(1_000_000)] }).length < 400);
  });

  it('stays short with a great many codes', () => {
    const fail_code = Array.from({ length: 100_000 }, (_, index) => `code${index}`);
    assert.ok(summary(90, 85, { fail_code }).length < 2000);
  });

  it('names all that failed, in the order of the policy', () => {
    const record = {
      policy: { faceSimilarity_threshold: 85, liveness_threshold: 50 },
      result: { face_similarity: 71, liveness_score: 20.25 },
      fail_code: ['Face_Occluded_fail', 'New_code'],
    };
    assert.equal(
      failureSummary(submissionOf(record)),
      'similarity 71 < 85, face occluded, passive liveness 20.3 < 50, New_code',
    );
  });
});

describe('the names', () => {
  it('of the six checks differ', () => {
    assert.equal(new Set(checkKinds.map(checkTitle)).size, 6);
    assert.equal(new Set(checkKinds.map(checkName)).size, 6);
  });

  it('of a status are words for what is documented, and else what was sent', () => {
    assert.deepEqual(['approved', 'rejected', '', 'unknown', 'in review', 'a\nb'].map(statusTitle), [
      'Approved',
      'Rejected',
      'No status',
      'unknown',
      'in review',
      String.raw`a\u000ab`,
    ]);
  });
});
