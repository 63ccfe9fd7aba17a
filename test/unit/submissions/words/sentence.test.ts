import assert from 'node:assert/strict';
import { approved, rejected, sentenceFor, viewOf } from '../records.ts';

describe('the sentence of a rejected record', () => {
  it('names the score and what was required', () => {
    assert.equal(sentenceFor(rejected), 'Rejected: face similarity 71.4 is below the required 85.');
  });

  it('never lets a score read as the threshold that it misses', () => {
    const near = { ...rejected, result: { face_similarity: 84.96 } };
    assert.equal(sentenceFor(near), 'Rejected: face similarity 84.96 is below the required 85.');
  });

  it('joins what failed, occlusion as reported', () => {
    const codes = ['face_compare_underscore', 'Face_Occluded_fail', 'Head_cover_fail'];
    assert.equal(
      sentenceFor({ ...rejected, fail_code: codes }),
      'Rejected: face similarity 71.4 is below the required 85, the face was reported as occluded, ' +
        'and head cover was reported as failed.',
    );
  });

  it('says when a reported check passes by the numbers', () => {
    assert.equal(
      sentenceFor({ ...rejected, result: { face_similarity: 92 } }),
      'Rejected: face similarity was reported as failed although 92 is not below the required 85.',
    );
  });

  it('gives one unknown fail code verbatim', () => {
    assert.equal(
      sentenceFor({ ...rejected, result: {}, fail_code: ['Mystery_fail'] }),
      'Rejected: the service gave the unknown fail code Mystery_fail.',
    );
  });

  it('counts several unknown fail codes and names the first', () => {
    assert.equal(
      sentenceFor({ ...rejected, result: {}, fail_code: ['A_fail', 'B_fail', 'C_fail'] }),
      'Rejected: the service gave 3 unknown fail codes, A_fail first.',
    );
  });

  it('says that there is no fail code, and what the numbers say', () => {
    assert.equal(
      sentenceFor({ ...rejected, fail_code: [] }),
      'Rejected: face similarity 71.4 is below the required 85; the service gave no fail code.',
    );
  });

  it('says that nothing explains it', () => {
    const unexplained = { ...rejected, fail_code: [], result: { face_similarity: 99 } };
    assert.equal(
      sentenceFor(unexplained),
      'Rejected without a fail code, and no score is below its threshold; the service left a comment.',
    );
    assert.equal(
      sentenceFor({ ...unexplained, reject_comment: [] }),
      'Rejected without a fail code or a comment, and no score is below its threshold.',
    );
  });

  it('emphasises what failed and leaves the words plain', () => {
    assert.deepEqual(viewOf(rejected).sentence, [
      { text: 'Rejected: ' },
      { text: 'face similarity' },
      { text: ' ' },
      { text: '71.4', tone: 'failed' },
      { text: ' is below the required ' },
      { text: '85', tone: 'quiet' },
      { text: '.' },
    ]);
  });
});

describe('the sentence of an approved record', () => {
  it('gives the numbers when one check decided', () => {
    assert.equal(sentenceFor(approved), 'Approved: face similarity 93.1 is at or above the required 85.');
  });

  it('counts the checks when several passed', () => {
    const policy = { faceSimilarity_threshold: 85, headCover_threshold: 50 };
    const both = { ...approved, policy, result: { face_similarity: 93, head_cover: 70 } };
    assert.equal(sentenceFor(both), 'Approved: all 2 enforced checks passed.');
  });

  it('says how many checks the record does not decide', () => {
    const policy = { faceSimilarity_threshold: 85, headCover_threshold: 50 };
    assert.equal(
      sentenceFor({ ...approved, policy }),
      'Approved: 1 of 2 enforced checks passed; the others cannot be decided from the record.',
    );
    assert.equal(
      sentenceFor({ ...approved, result: {} }),
      'Approved; the record does not show how: no enforced check can be decided from it.',
    );
  });

  it('says that nothing was enforced', () => {
    assert.equal(
      sentenceFor({ ...approved, policy: { occluded_threshold: true } }),
      'Approved; the record’s policy enforces no score.',
    );
  });

  it('says what speaks against it', () => {
    assert.equal(
      sentenceFor({ ...approved, result: { face_similarity: 71.4 } }),
      'Approved, although face similarity 71.4 is below the required 85.',
    );
  });
});

describe('the sentence of a record with implausible numbers', () => {
  it('presents none of them as measured', () => {
    assert.equal(
      sentenceFor({ ...approved, result: { face_similarity: -1 } }),
      'Approved, but face similarity -1 beside the required 85 is implausible.',
    );
    assert.equal(
      sentenceFor({ ...rejected, result: { face_similarity: -1 } }),
      'Rejected: face similarity was reported as failed, and face similarity -1 beside the required 85 is implausible.',
    );
    assert.equal(
      sentenceFor({ ...rejected, fail_code: [], result: { face_similarity: 0.97 } }),
      'Rejected: face similarity 0.97 beside the required 85 is implausible; the service gave no fail code.',
    );
  });

  it('still counts the checks that passed', () => {
    const policy = { faceSimilarity_threshold: 85, liveness_threshold: 80 };
    assert.equal(
      sentenceFor({ ...approved, policy, result: { face_similarity: 93, liveness_score: 0 } }),
      'Approved: 1 of 2 enforced checks passed, but passive liveness 0 beside the required 80 is implausible.',
    );
  });
});

describe('the sentence of any other record', () => {
  it('gives an unknown status verbatim and guesses nothing', () => {
    assert.equal(
      sentenceFor({ ...approved, auth_status: 'pending' }),
      'The status is “pending”, neither approved nor rejected.',
    );
  });

  it('adds what failed under an unknown status', () => {
    assert.equal(
      sentenceFor({ ...rejected, auth_status: 'on hold' }),
      'The status is “on hold”, neither approved nor rejected; face similarity 71.4 is below the required 85.',
    );
  });

  it('says that a status is missing', () => {
    assert.equal(
      sentenceFor({ ...approved, auth_status: undefined }),
      'The record says neither approved nor rejected.',
    );
  });

  it('tells a status “unknown” that was sent from none', () => {
    assert.equal(
      sentenceFor({ ...approved, auth_status: 'unknown' }),
      'The status is “unknown”, neither approved nor rejected.',
    );
    const deleted = { ...rejected, delete_check: true, delete_time: null };
    assert.equal(sentenceFor({ ...deleted, auth_status: 'unknown' }), 'Deleted; its status was unknown.');
  });

  it('reads the documented statuses in any case', () => {
    assert.equal(
      sentenceFor({ ...rejected, auth_status: 'Rejected' }),
      'Rejected: face similarity 71.4 is below the required 85.',
    );
  });

  it('says when it was deleted and what its status was', () => {
    const deleted = { ...rejected, delete_check: true, delete_time: '2025-10-09T03:18:18.046Z' };
    assert.equal(sentenceFor(deleted), 'Deleted on Thu, 9 Oct 2025, 03:18:18 UTC; its status was rejected.');
    assert.equal(
      sentenceFor({ ...deleted, delete_time: 'last week' }),
      'Deleted on last week; its status was rejected.',
    );
    assert.equal(sentenceFor({ ...deleted, delete_time: null }), 'Deleted; its status was rejected.');
    assert.equal(
      sentenceFor({ ...deleted, delete_time: null, auth_status: null }),
      'Deleted; the record has no status.',
    );
  });
});
