import assert from 'node:assert/strict';
import type { Reading } from '../../../../src/submissions/model/readings.ts';
import { documentedDeleted, documentedOthers, documentedRecord } from '../../api/documented.ts';
import { fromText, fromWire, submissionOf } from '../fromWire.ts';

describe('a submission', () => {
  it("is the documented record, as the service's page means it", () => {
    const { element, position, source, ...submission } = submissionOf(documentedRecord);
    assert.deepEqual(submission, {
      id: 'sampleId1',
      status: 'rejected',
      createdAt: Date.UTC(2025, 9, 2, 2, 15, 17, 554),
      kycId: 'sampleKycId1',
      submitType: 'form',
      deleted: false,
      policy: {
        faceSimilarity: 85,
        occlusion: false,
        faceCover: 0,
        headCover: 0,
        passiveLiveness: 0,
        activeLiveness: 0,
      },
      measured: {
        faceSimilarity: 100,
        occlusion: true,
        faceCover: undefined,
        headCover: undefined,
        passiveLiveness: undefined,
        activeLiveness: 97.78668212890625,
      },
      failCodes: ['Face_Occluded_fail'],
      timesOutOfOrder: false,
      timeUnreadable: false,
      hasOddities: false,
    });
    assert.deepEqual([element, position], [0, 0]);
    assert.ok(source.size > 100);
  });

  it('is the documented deleted one, under a slip in the name of its status', () => {
    const [submission] = fromWire(...documentedDeleted);
    assert.equal(submission?.status, 'approved');
    assert.equal(submission.deleted, true);
    assert.equal(submission.policy.headCover, 50);
    assert.equal(submission.policy.activeLiveness, undefined);
  });

  it('is the one in the other names of the table', () => {
    const [submission] = fromWire(...documentedOthers);
    assert.deepEqual(submission?.measured, {
      faceSimilarity: 71,
      occlusion: false,
      faceCover: 1,
      headCover: 60,
      passiveLiveness: 90,
      activeLiveness: 91,
    });
    assert.deepEqual(submission.failCodes, ['face_compare_underscore']);
    assert.equal(submission.policy.faceSimilarity, 85);
    assert.equal(submission.policy.passiveLiveness, true);
  });

  it('may consist of its id alone', () => {
    const { status, createdAt, kycId, submitType, deleted, failCodes } = submissionOf({});
    assert.deepEqual(
      [status, createdAt, kycId, submitType, deleted, failCodes.length],
      ['', undefined, undefined, undefined, false, 0],
    );
  });

  it('reads null as absence in every field', () => {
    const names = Object.keys(documentedRecord).filter((name) => name !== 'auth_id');
    const nothing = submissionOf(Object.fromEntries(names.map((name) => [name, null])));
    const { source: _, ...rest } = nothing;
    const { source: __, ...bare } = submissionOf({});
    assert.deepEqual(rest, bare);
  });
});

describe('the fields of a submission', () => {
  for (const name of ['auth_id', 'authentication_id', 'Authentication_id', 'authId']) {
    it(`hold the id under the name ${name}`, () => {
      assert.equal(fromWire({ [name]: 'x' })[0]?.id, 'x');
    });
  }

  it('hold the id under a second name when the first is null', () => {
    assert.equal(fromWire({ auth_id: null, authId: 'x' })[0]?.id, 'x');
  });

  it('hold the status verbatim, whatever it is', () => {
    for (const status of ['approved', 'In Review', 'unknown', '\u202e']) {
      assert.equal(submissionOf({ auth_status: status }).status, status);
    }
  });

  it('hold the status under the slip only where the right name says nothing', () => {
    assert.equal(submissionOf({ auth_status: 'a', aurh_status: 'b' }).status, 'a');
    assert.equal(submissionOf({ auth_status: null, aurh_status: 'b' }).status, 'b');
    assert.equal(submissionOf({ auth_status: '' }).status, '');
  });

  for (const [names, field] of [
    [['create_time', 'createTime'], 'createdAt'],
    [['kyc_submission_id', 'kycSubmissionId'], 'kycId'],
    [['submit_type', 'submitType'], 'submitType'],
  ] as const) {
    for (const name of names) {
      it(`hold ${field} under the name ${name}`, () => {
        const text = '2026-01-02T03:04:05Z';
        assert.equal(submissionOf({ [name]: text })[field], field === 'createdAt' ? Date.parse(text) : text);
      });
    }
  }

  for (const [record, deleted] of [
    [{ delete_check: true }, true],
    [{ deleteCheck: true }, true],
    [{ delete_check: false, delete_time: '2026-01-01T00:00:00Z' }, false],
    [{ delete_time: '2026-01-01T00:00:00Z' }, true],
    [{ deleteTime: 'some day' }, true],
    [{ delete_check: null, delete_time: '' }, false],
  ] as const) {
    it(`say that it is ${deleted ? '' : 'not '}deleted: ${JSON.stringify(record)}`, () => {
      assert.equal(submissionOf(record).deleted, deleted);
    });
  }

  for (const [record, codes] of [
    [{ fail_code: ['a', 'b'] }, ['a', 'b']],
    [{ failCode: ['a'] }, ['a']],
    [{ fail_code: 'a' }, ['a']],
    [{ fail_code: '' }, []],
    [{ fail_code: [] }, []],
    [{ fail_code: ['', 'a'] }, ['a']],
    [{ fail_code: null, failCode: 'b' }, ['b']],
  ] as const) {
    it(`hold the codes of ${JSON.stringify(record)}`, () => {
      assert.deepEqual(submissionOf(record).failCodes, codes);
    });
  }

  it('keep codes apart that look alike when they are strung together', () => {
    const all = fromWire(
      { auth_id: '1', fail_code: ['a', 'b'] },
      { auth_id: '2', fail_code: ['a,b'] },
      { auth_id: '3', fail_code: 'a,b' },
      { auth_id: '4', fail_code: [''] },
      { auth_id: '5', fail_code: [] },
    );
    assert.deepEqual(
      all.map(({ failCodes }) => failCodes.length),
      [2, 1, 1, 0, 0],
    );
  });
});

describe('the readings of a submission', () => {
  const similarity = (value: unknown): Reading | undefined =>
    submissionOf({ result: { face_similarity: value } }).measured.faceSimilarity;

  for (const [sent, read] of [
    [71.25, 71.25],
    ['71.25', 71.25],
    [' 85 ', 85],
    ['0', 0],
    [true, true],
    ['true', true],
    ['false', false],
    ['', undefined],
    ['  ', undefined],
    [null, undefined],
    ['high', 'high'],
    ['Infinity', 'Infinity'],
    ['12 of 100', '12 of 100'],
  ] as const) {
    it(`read ${JSON.stringify(sent)} as ${JSON.stringify(read)}`, () => {
      assert.equal(similarity(sent), read);
    });
  }

  for (const [check, names] of [
    ['faceSimilarity', ['face_similarity', 'faceSimilarity', 'face_similarity_score']],
    ['occlusion', ['detectOccluded', 'occluded', 'occluded_score']],
    ['faceCover', ['faceCover', 'face_cover', 'face_cover_score']],
    ['headCover', ['headCover', 'head_cover', 'head_cover_score']],
    ['passiveLiveness', ['livenessScore', 'liveness_score']],
    ['activeLiveness', ['activeLivenessScore', 'active_liveness_score']],
  ] as const) {
    for (const name of names) {
      it(`find ${check} under the name ${name}`, () => {
        assert.equal(submissionOf({ result: { [name]: 12.5 } }).measured[check], 12.5);
      });
    }
  }

  it('are one object for all submissions of one policy', () => {
    const policy = { faceSimilarity_threshold: 85, liveness_threshold: '50' };
    const [a, b, c, d] = fromWire(
      { auth_id: '1', policy },
      { auth_id: '2', policy: { ...policy, more: 'field' } },
      { auth_id: '3', policy: { ...policy, faceSimilarity_threshold: 86 } },
      { auth_id: '4' },
    );
    assert.equal(a?.policy, b?.policy);
    assert.notEqual(a?.policy, c?.policy);
    assert.equal(c?.policy.faceSimilarity, 86);
    assert.equal(d?.policy.faceSimilarity, undefined);
  });

  it('are found beside fields that are nested without end', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const part = `{"more":${deep},"liveness_threshold":50,"liveness_score":60}`;
    const [submission] = await fromText(`[{"auth_id":"one","more":${deep},"policy":${part},"result":${part}}]`);
    assert.deepEqual([submission?.policy.passiveLiveness, submission?.measured.passiveLiveness], [50, 60]);
  });
});
