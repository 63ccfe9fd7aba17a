import assert from 'node:assert/strict';
import { failureSummary } from '../../../../src/submissions/words/failureSummary.ts';
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
      'similarity 71 < 85, face occluded, passive liveness 20.25 < 50, New_code',
    );
  });

  it('never reads as two equal numbers', () => {
    assert.equal(summary(84.96, 85), 'similarity 84.96 < 85');
    assert.equal(summary(84.96, 84.97), 'similarity 84.96 < 84.97');
    assert.equal(summary(0.7421, 0.75), 'similarity 0.742 < 0.75');
  });
});
