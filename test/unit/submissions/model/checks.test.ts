import assert from 'node:assert/strict';
import { checkOfCode, failedChecks, type Check } from '../../../../src/submissions/model/checks.ts';
import { checkKinds, type CheckKind } from '../../../../src/submissions/model/readings.ts';
import { detailOf, rejected } from '../records.ts';

function check(kind: CheckKind, policy: object, result: object, codes: readonly string[] = []): Check {
  const { checks } = detailOf({ ...rejected, policy, result, fail_code: codes });
  const found = checks.find((one) => one.kind === kind);
  assert.ok(found);
  return found;
}

function similarity(threshold: unknown, score: unknown, codes: readonly string[] = []): Check {
  return check('faceSimilarity', { faceSimilarity_threshold: threshold }, { face_similarity: score }, codes);
}

describe('a check', () => {
  it('fails by the numbers when its score is below its threshold', () => {
    const { verdict, computed, margin } = similarity(85, 71.5);
    assert.deepEqual({ verdict, computed, margin }, { verdict: 'failed', computed: 'failed', margin: -13.5 });
  });

  it('passes when its score is above its threshold', () => {
    assert.equal(similarity(85, 85.01).verdict, 'passed');
  });

  it('passes when its score equals its threshold', () => {
    const { verdict, margin } = similarity(85, 85);
    assert.deepEqual({ verdict, margin }, { verdict: 'passed', margin: 0 });
  });

  it('is not enforced under a threshold of 0, false, null or none', () => {
    for (const threshold of [0, '0', false, 'false', null, undefined, '']) {
      assert.equal(similarity(threshold, 12).verdict, 'notEnforced', String(threshold));
    }
  });

  it('is not enforced under a word for nothing or for no, in whatever it is wrapped', () => {
    for (const threshold of ['None', 'null', 'NaN', 'N/A', ' undefined ', 'off', 'no', 'N', ['None'], { S: 'n/a' }]) {
      const { verdict, threshold: shown } = similarity(threshold, 12);
      assert.deepEqual([verdict, typeof shown], ['notEnforced', 'string'], JSON.stringify(threshold));
    }
  });

  it('reads thresholds and scores that arrive as text', () => {
    assert.equal(similarity('85', ' 71.5 ').margin, -13.5);
  });

  it('is undecided under a threshold that is true or cannot be read', () => {
    for (const threshold of [true, 'true', 'high', '85 %', 'Infinity']) {
      const { verdict, enforced, margin } = similarity(threshold, 90);
      assert.deepEqual({ verdict, enforced, margin }, { verdict: 'undecided', enforced: true, margin: undefined });
    }
  });

  it('is undecided when it is enforced and has no score', () => {
    assert.equal(similarity(85, null).verdict, 'undecided');
  });

  it('fails when the service reports it, whatever the numbers say', () => {
    const { verdict, computed, reported } = similarity(85, 92, ['FACE_compare_Underscore']);
    assert.deepEqual(
      { verdict, computed, reported },
      { verdict: 'failed', computed: 'passed', reported: 'FACE_compare_Underscore' },
    );
  });

  for (const [threshold, score, status, doubt] of [
    [85, 140, 'rejected', 'scoreOutside'],
    [5, -3, 'rejected', 'scoreOutside'],
    [85, -1, 'approved', 'scoreOutside'],
    [850, 90, 'approved', 'thresholdOutside'],
    [80, 0, 'approved', 'scoreZero'],
    [80, -0, 'approved', 'scoreZero'],
    [85, 0.97, 'rejected', 'scoreSmall'],
    [85, 1, 'approved', 'scoreSmall'],
    [0.85, 97, 'approved', 'thresholdSmall'],
  ] as const) {
    it(`computes nothing from ${score} under ${threshold} where it was ${status}`, () => {
      const record = { ...rejected, auth_status: status, fail_code: [] };
      const numbers = { policy: { faceSimilarity_threshold: threshold }, result: { face_similarity: score } };
      const one = detailOf({ ...record, ...numbers }).checks.find(({ kind }) => kind === 'faceSimilarity');
      assert.deepEqual(
        [one?.doubt, one?.computed, one?.margin, one?.verdict],
        [doubt, undefined, undefined, 'undecided'],
      );
    });
  }

  it('computes with a low score of a rejected submission, with small numbers of one scale, and with both ends', () => {
    for (const [threshold, score] of [
      [80, 0],
      [0.75, 0.7421],
      [100, 100],
      [6, 1],
      [1, 97],
    ]) {
      assert.equal(similarity(threshold, score).margin, Number(score) - Number(threshold));
    }
  });

  it('flags a score outside 0 to 100 even where nobody enforced a threshold', () => {
    assert.deepEqual([similarity(0, -1).doubt, similarity(0, 0).doubt], ['scoreOutside', undefined]);
  });
});

describe('occlusion', () => {
  const occlusion = (threshold: unknown, result: unknown, codes: readonly string[] = []): Check =>
    check('occlusion', { occluded_threshold: threshold }, { detectOccluded: result }, codes);

  it('is failed only by its fail code', () => {
    assert.equal(occlusion(false, false, ['face_occluded_FAIL']).verdict, 'failed');
  });

  it('is never computed, not even from numbers', () => {
    for (const [threshold, result] of [
      [true, true],
      [false, true],
      [50, 10],
    ]) {
      const { verdict, computed, margin } = occlusion(threshold, result);
      assert.deepEqual({ verdict, computed, margin }, { verdict: 'undecided', computed: undefined, margin: undefined });
    }
  });
});

describe('the checks of a submission', () => {
  const thresholds = {
    faceSimilarity_threshold: 85,
    headCover_threshold: 50,
    liveness_threshold: 60,
    activeLiveness_threshold: 0,
  };
  const scores = { face_similarity: 93, head_cover: 40, liveness_score: 20 };

  it('stand failed first, then passed, undecided and not enforced', () => {
    const { checks } = detailOf({ ...rejected, policy: thresholds, result: scores, fail_code: [] });
    assert.deepEqual(
      checks.map(({ kind }) => kind),
      ['headCover', 'passiveLiveness', 'faceSimilarity', 'occlusion', 'faceCover', 'activeLiveness'],
    );
  });

  it('name what failed in the order of the policy', () => {
    const { submission } = detailOf({ ...rejected, policy: thresholds, result: scores, fail_code: [] });
    assert.deepEqual(
      failedChecks(submission).map(({ kind }) => kind),
      ['headCover', 'passiveLiveness'],
    );
  });

  it('know the four documented fail codes and no other', () => {
    const codes = ['face_compare_underscore', 'Face_Occluded_fail', 'Face_cover_fail', 'Head_cover_fail'];
    assert.deepEqual(codes.map(checkOfCode), checkKinds.slice(0, 4));
    for (const code of ['', 'liveness_fail', '__proto__', 'constructor']) {
      assert.equal(checkOfCode(code), undefined);
    }
  });
});
