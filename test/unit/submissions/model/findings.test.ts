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

  it('tell an enforced check whose score is not a number', () => {
    assert.deepEqual(words({ ...approved, result: { face_similarity: 'n/a' } }), [
      'The policy enforces face similarity, but its score “n/a” is not a number.',
      'result.face_similarity is "n/a", which cannot be read as what that field holds. The JSON document has it as sent.',
    ]);
  });

  it('say nothing of scores that a submission has not got while it is pending', () => {
    for (const auth_status of ['pending', null, 'in review']) {
      assert.deepEqual(kinds({ ...approved, auth_status, result: {} }), []);
    }
  });

  it('say nothing of equality where the service reported a failure', () => {
    assert.deepEqual(kinds({ ...rejected, result: { face_similarity: 85 } }), ['reportedButPassed']);
  });

  it('tell an approval with a fail code, known or not', () => {
    assert.deepEqual(words({ ...approved, fail_code: 'Face_Occluded_fail' }), [
      'Approved, but the service gave the fail code Face_Occluded_fail.',
    ]);
    assert.deepEqual(kinds({ ...approved, fail_code: ['A_fail', 'B_fail'] }), [
      'approvedWithCode',
      'unknownCode',
      'unknownCode',
    ]);
    assert.deepEqual(kinds({ ...approved, auth_status: 'Approved', fail_code: ['Face_Occluded_fail'] }), [
      'approvedWithCode',
    ]);
  });

  it('say nothing of an empty fail code, and a repeated one once', () => {
    assert.deepEqual(kinds({ ...rejected, fail_code: [''] }), ['rejectedWithoutCode']);
    assert.deepEqual(kinds({ ...rejected, result: {}, policy: {}, fail_code: ['X', 'X', 'x'] }), ['unknownCode']);
  });

  for (const [what, record, sentence] of [
    [
      'below 0',
      { ...approved, result: { face_similarity: -1 } },
      'Face similarity -1 beside the required 85 is implausible. The score is outside 0 to 100.',
    ],
    [
      '0 that was approved',
      { ...approved, policy: { liveness_threshold: 80 }, result: { liveness_score: 0 } },
      'Passive liveness 0 beside the required 80 is implausible. The score may be a placeholder, since the submission was approved.',
    ],
    [
      'on a scale of 1',
      { ...approved, result: { face_similarity: 0.97 } },
      'Face similarity 0.97 beside the required 85 is implausible. Score and threshold may be on different scales.',
    ],
    [
      'under a threshold on a scale of 1',
      { ...approved, policy: { faceSimilarity_threshold: 0.85 }, result: { face_similarity: 97 } },
      'Face similarity 97 beside the required 0.85 is implausible. Score and threshold may be on different scales.',
    ],
    [
      'under a threshold that none can reach',
      { ...approved, policy: { faceSimilarity_threshold: 850 } },
      'Face similarity 93.1 beside the required 850 is implausible. The threshold is outside 0 to 100.',
    ],
  ] as const) {
    it(`doubt a score ${what}, and claim nothing from it`, () => {
      assert.deepEqual(words(record), [sentence]);
    });
  }

  for (const [record, sentence] of [
    [
      { create_time: '2025-02-30T10:00:00.000Z' },
      'The time of creation, “2025-02-30T10:00:00.000Z”, cannot be read, so the submission is in no day.',
    ],
    [
      { delete_check: false, delete_time: '2025-04-31T00:00:00Z' },
      'The time of deletion, “2025-04-31T00:00:00Z”, cannot be read.',
    ],
  ] as const) {
    it(`tell a time that cannot be read: ${JSON.stringify(record)}`, () => {
      assert.deepEqual(words({ ...rejected, ...record }), [sentence]);
    });
  }

  it('tell a deleted record that still carries scores, and nothing else about its outcome', () => {
    const deleted = { ...rejected, delete_check: true, delete_time: '2025-10-09T03:18:18Z' };
    assert.deepEqual(words(deleted), ['Deleted, but the record still carries scores.']);
    assert.deepEqual(kinds({ ...deleted, result: undefined, fail_code: [] }), []);
  });

  it('take for a score of a deleted record a number, and whether the face was occluded, alone', () => {
    const carried = (result: object): boolean =>
      kinds({ ...rejected, delete_check: true, result }).includes('deletedWithScores');
    for (const said of ['None', 'n/a', false, {}, [1, 2], ['None']]) {
      assert.equal(carried({ face_similarity: said, liveness_score: null }), false, JSON.stringify(said));
    }
    assert.equal(carried({ detectOccluded: 'None' }), false);
    assert.ok(carried({ detectOccluded: false }) && carried({ detectOccluded: 12 }) && carried({ headCover: '0' }));
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
