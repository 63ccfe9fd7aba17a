import assert from 'node:assert/strict';
import { newsText } from '../../../../src/editor/list/newsText.ts';
import { maskWith, unmasked } from '../../../../src/submissions/privacy/mask.ts';
import { submissionOf } from '../../submissions/fromWire.ts';

const rejected = submissionOf({
  auth_id: 'fa_1',
  auth_status: 'rejected',
  policy: { faceSimilarity_threshold: 85 },
  result: { face_similarity: 71 },
  fail_code: ['face_compare_underscore'],
});

describe('what is told about what came', () => {
  it('is the outcome of the one, why, and its id', () => {
    assert.equal(newsText([rejected], rejected, unmasked), 'Rejected: similarity 71 < 85 (fa_1)');
  });

  it('is the newest, and how many came', () => {
    const approved = submissionOf({ auth_id: 'fa_2', auth_status: 'approved' });
    assert.equal(newsText([approved, rejected], approved, unmasked), 'Approved (fa_2). 2 submissions came.');
  });

  it('holds aliases while the screen is shared', () => {
    const mask = maskWith(
      () => 'id-alias',
      (text) => text === 'fa_1',
    );
    assert.equal(newsText([rejected], rejected, mask), 'Rejected: similarity 71 < 85 (id-alias)');
  });
});
