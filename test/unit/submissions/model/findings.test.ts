import assert from 'node:assert/strict';
import { findingText } from '../../../../src/submissions/words/findingWords.ts';
import { findingsOf } from '../../../../src/submissions/model/findings.ts';
import { approved, detailOf, rejected } from '../records.ts';

function kinds(record: object): readonly string[] {
  return findingsOf(detailOf(record)).map(({ kind }) => kind);
}

function words(record: object): readonly string[] {
  return findingsOf(detailOf(record)).map((finding) => findingText(finding));
}

function signals(start: string, end: string, click = '2025-10-02T02:15:00Z'): object {
  const cameraProcessInfo = [{ type: 'faceAuth-active', processStartTime: start, processEndTime: end, error: null }];
  return { ...rejected, signals: { startButtonClickTime: click, cameraProcessInfo } };
}

describe('findings', () => {
  it('are none for a record without contradictions', () => {
    assert.deepEqual(kinds(rejected), []);
    assert.deepEqual(kinds(approved), []);
  });

  it('tell a rejection without a fail code', () => {
    assert.deepEqual(words({ ...rejected, fail_code: [] }), ['Rejected, but the service gave no fail code.']);
    assert.deepEqual(kinds({ ...rejected, fail_code: 'face_compare_underscore' }), []);
  });

  it('tell a fail code whose score is not below its threshold', () => {
    assert.deepEqual(words({ ...rejected, result: { face_similarity: 92 } }), [
      'The service reported face_compare_underscore, but face similarity 92 is not below the required 85.',
    ]);
  });

  it('say nothing of a fail code whose check has no numbers', () => {
    assert.deepEqual(kinds({ ...rejected, fail_code: ['Face_Occluded_fail'], result: { face_similarity: 92 } }), []);
  });

  it('tell a fail code whose check the policy does not enforce', () => {
    assert.deepEqual(words({ ...rejected, fail_code: ['Head_cover_fail'], policy: { headCover_threshold: 0 } }), [
      'The service reported Head_cover_fail, but the policy does not enforce head cover.',
    ]);
  });

  it('tell an approval with a score below an enforced threshold', () => {
    assert.deepEqual(words({ ...approved, result: { face_similarity: 84.96 } }), [
      'Approved, but face similarity 84.96 is below the required 85.',
    ]);
  });

  it('say nothing of an approval with a low score that nobody enforced', () => {
    assert.deepEqual(kinds({ ...approved, result: { face_similarity: 93, liveness_score: 2 } }), []);
  });

  it('tell a score exactly at its threshold, and whose reading decides', () => {
    const [first] = words({ ...approved, result: { face_similarity: 85 } });
    assert.match(first ?? '', /^Face similarity 85 is exactly at its threshold\. It counts as passed here:/);
    assert.deepEqual(kinds({ ...approved, result: { face_similarity: 85.000_001 } }), []);
  });

  it('tell an enforced check without a score', () => {
    assert.deepEqual(words({ ...approved, result: {} }), [
      'The policy enforces face similarity, but the record has no score for it.',
    ]);
    assert.deepEqual(kinds({ ...approved, policy: { occluded_threshold: true }, result: {} }), []);
  });

  it('tell a deleted record that still carries scores, and nothing else about its outcome', () => {
    const deleted = { ...rejected, delete_check: true, delete_time: '2025-10-09T03:18:18Z' };
    assert.deepEqual(words(deleted), ['Deleted, but the record still carries scores.']);
    assert.deepEqual(kinds({ ...deleted, result: undefined, fail_code: [] }), []);
  });

  it('tell a camera process that ends before it starts', () => {
    assert.deepEqual(words(signals('2025-10-02T02:15:10Z', '2025-10-02T02:15:05.500Z')), [
      'faceAuth-active ends 4.5 s before it starts: 2025-10-02T02:15:10Z to 2025-10-02T02:15:05.500Z.',
    ]);
    assert.deepEqual(kinds(signals('2025-10-02T02:15:10Z', '2025-10-02T02:15:10Z')), []);
    assert.deepEqual(kinds(signals('2025-10-02T02:15:10Z', 'YYYY-MM-DD-HH-MM-SS-ZZZ')), []);
  });

  it('tell a creation before the start click', () => {
    const late = signals('2025-10-02T02:15:10Z', '2025-10-02T02:15:11Z', '2025-10-02T02:16:17.554Z');
    assert.deepEqual(words(late), [
      'Created 1 min 0 s before the start click: 2025-10-02T02:15:17.554Z, clicked 2025-10-02T02:16:17.554Z.',
    ]);
  });

  it('tell each fail code that no page names', () => {
    assert.deepEqual(words({ ...rejected, fail_code: ['face_compare_underscore', 'Mystery_fail'] }), [
      'The fail code Mystery_fail is not known from the service’s public pages.',
    ]);
  });
});
