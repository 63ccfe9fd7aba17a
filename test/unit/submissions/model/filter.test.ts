import assert from 'node:assert/strict';
import {
  isEmpty,
  isNearMiss,
  matcherOf,
  noFilter,
  type LoadedFilter,
} from '../../../../src/submissions/model/filter.ts';
import { demoSubmissions } from '../demoSubmissions.ts';
import { fromWire, submissionOf } from '../fromWire.ts';

const all = fromWire(
  { auth_id: 'fa_One', auth_status: 'rejected', fail_code: ['a', 'b'], submit_type: 'form', kyc_submission_id: 'kyc' },
  { auth_id: 'fa_two', auth_status: 'approved', submit_type: 'api', kyc_submission_id: 'kyc2' },
  { auth_id: 'fa_three', auth_status: 'rejected', fail_code: ['a'], delete_check: true },
  { auth_id: 'x_one', fail_code: 'c', delete_check: false, submit_type: 'form' },
);

// The ids that the filter lets through.
function through(filter: LoadedFilter): readonly string[] {
  return all.filter(matcherOf(filter, 5)).map(({ id }) => id);
}

describe('a filter over what is loaded', () => {
  const everything = ['fa_One', 'fa_two', 'fa_three', 'x_one'];

  for (const [what, filter, ids] of [
    ['nothing', noFilter, everything],
    ['nothing outright', { idPart: undefined, statuses: undefined, deleted: undefined }, everything],
    ['a part of the id, whatever its case', { idPart: 'oNe' }, ['fa_One', 'x_one']],
    ['the beginning of the id', { idPart: 'fa_' }, ['fa_One', 'fa_two', 'fa_three']],
    ['an id that nobody has', { idPart: 'four' }, []],
    ['one status', { statuses: ['rejected'] }, ['fa_One', 'fa_three']],
    ['one of two statuses', { statuses: ['approved', ''] }, ['fa_two', 'x_one']],
    ['a status in another case', { statuses: ['Rejected'] }, []],
    ['one fail code', { failCodes: ['b'] }, ['fa_One']],
    ['one of two fail codes', { failCodes: ['b', 'c'] }, ['fa_One', 'x_one']],
    ['one submit type', { submitTypes: ['form'] }, ['fa_One', 'x_one']],
    ['no submit type', { submitTypes: [''] }, ['fa_three']],
    ['one submit type or none', { submitTypes: ['api', ''] }, ['fa_two', 'fa_three']],
    ['deleted ones', { deleted: true }, ['fa_three']],
    ['what is not deleted', { deleted: false }, ['fa_One', 'fa_two', 'x_one']],
    ['one KYC submission, whole', { kycId: 'kyc' }, ['fa_One']],
    ['a finding', { findings: ['unknownCode'] }, ['fa_One', 'x_one']],
    ['one of two findings', { findings: ['unknownCode', 'rejectedWithoutCode'] }, ['fa_One', 'x_one']],
    ['a finding that nobody has', { findings: ['noScore'] }, []],
    ['two things at once', { statuses: ['rejected'], deleted: false }, ['fa_One']],
    ['three things at once', { statuses: ['rejected', ''], submitTypes: ['form'], idPart: 'X_' }, ['x_one']],
    ['two things that exclude each other', { statuses: ['approved'], failCodes: ['a'] }, []],
    ['near misses where there are none', { nearMiss: true }, []],
    ['everything, near miss or not', { nearMiss: false }, everything],
  ] as const) {
    it(`asks for ${what}`, () => {
      assert.deepEqual(through(filter), ids);
    });
  }

  it('finds no deleted one by a fail code that deletion should have taken away', () => {
    assert.deepEqual(through({ failCodes: ['a'] }), ['fa_One']);
  });

  it('is empty only when it asks for nothing', () => {
    assert.deepEqual([noFilter, { idPart: undefined, deleted: undefined }].map(isEmpty), [true, true]);
    for (const filter of [{ idPart: 'x' }, { deleted: false }, { statuses: [] }, { nearMiss: true }]) {
      assert.equal(isEmpty(filter), false);
    }
  });

  it('lets through of the demo what meets all of it and nothing else', () => {
    const demo = demoSubmissions(3000);
    const matches = matcherOf(
      { statuses: ['rejected'], deleted: false, failCodes: ['face_compare_underscore'], idPart: 'A' },
      5,
    );
    let met = 0;
    for (const submission of demo) {
      const { id, status, deleted, failCodes } = submission;
      const wanted =
        status === 'rejected' && !deleted && failCodes.includes('face_compare_underscore') && /a/i.test(id);
      assert.equal(matches(submission), wanted, id);
      met += wanted ? 1 : 0;
    }
    assert.ok(met > 10);
  });
});

describe('a near miss', () => {
  const scored = (score: unknown, threshold: unknown, more: object = {}): boolean =>
    isNearMiss(
      submissionOf({ policy: { faceSimilarity_threshold: threshold }, result: { face_similarity: score }, ...more }),
      5,
    );

  for (const [score, threshold, near] of [
    [85, 85, true],
    [84, 85, true],
    [86, 85, true],
    [80, 85, true],
    [90, 85, true],
    [79.999, 85, false],
    [90.001, 85, false],
    ['82', '85', true],
    [82, 0, false],
    [82, false, false],
    [82, undefined, false],
    [undefined, 85, false],
    ['high', 85, false],
    [true, 85, false],
    [82, true, false],
  ] as const) {
    it(`is ${near ? '' : 'not '}a score of ${JSON.stringify(score)} at a threshold of ${JSON.stringify(threshold)}`, () => {
      assert.equal(scored(score, threshold), near);
    });
  }

  it('is a score exactly on the margin, also where decimal numbers do not subtract exactly', () => {
    for (let tenths = 60; tenths < 950; tenths++) {
      assert.equal(scored((tenths + 50) / 10, tenths / 10), true, `${tenths}`);
      assert.equal(scored((tenths - 50) / 10, tenths / 10), true, `${tenths}`);
      assert.equal(scored((tenths + 51) / 10, tenths / 10), false, `${tenths}`);
    }
  });

  it('may be of any check but occlusion', () => {
    for (const [threshold, result] of [
      ['faceCover_threshold', 'face_cover'],
      ['headCover_threshold', 'head_cover'],
      ['liveness_threshold', 'liveness_score'],
      ['activeLiveness_threshold', 'active_liveness_score'],
    ] as const) {
      assert.equal(isNearMiss(submissionOf({ policy: { [threshold]: 50 }, result: { [result]: 47 } }), 5), true);
    }
    const occluded = { policy: { occluded_threshold: 50 }, result: { occluded_score: 47 } };
    assert.equal(isNearMiss(submissionOf(occluded), 5), false);
  });

  it('is one check of several', () => {
    const policy = { faceSimilarity_threshold: 85, liveness_threshold: 50 };
    assert.equal(isNearMiss(submissionOf({ policy, result: { face_similarity: 20, liveness_score: 52 } }), 5), true);
  });

  it('is none of a deleted one, which has no scores left', () => {
    assert.equal(scored(84, 85, { delete_check: true }), false);
  });

  it('lies within the margin that is set', () => {
    const submission = submissionOf({ policy: { faceSimilarity_threshold: 85 }, result: { face_similarity: 83 } });
    assert.deepEqual(
      [0, 1.9, 2, 10].map((margin) => isNearMiss(submission, margin)),
      [false, false, true, true],
    );
    assert.deepEqual(
      [1, 2].map((margin) => matcherOf({ nearMiss: true }, margin)(submission)),
      [false, true],
    );
  });

  it('is the score at the threshold alone with a margin of 0', () => {
    const at = (score: number): boolean =>
      isNearMiss(submissionOf({ policy: { faceSimilarity_threshold: 85 }, result: { face_similarity: score } }), 0);
    assert.deepEqual([at(85), at(85.000_001)], [true, false]);
  });
});
