import assert from 'node:assert/strict';
import { newsSentence } from '../../../../src/submissions/words/newsSentence.ts';
import { unmasked } from '../../../../src/submissions/privacy/mask.ts';
import { submissionOf } from '../fromWire.ts';

const rejected = submissionOf({
  auth_id: 'one',
  auth_status: 'rejected',
  policy: { faceSimilarity_threshold: 85 },
  result: { face_similarity: 71 },
  fail_code: ['face_compare_underscore'],
});
const approved = submissionOf({ auth_id: 'two', auth_status: 'approved' });

describe('the sentence for what came', () => {
  it('says of one how it ended and why', () => {
    assert.equal(newsSentence([rejected], unmasked), 'Rejected: face similarity 71 < 85');
    assert.equal(newsSentence([approved], unmasked), 'Approved');
    assert.equal(newsSentence([{ ...rejected, deleted: true }], unmasked), 'Rejected: deleted');
    assert.equal(newsSentence([submissionOf({ auth_id: 'x' })], unmasked), 'No status');
  });

  it('counts several by their status', () => {
    const many = [rejected, approved, { ...rejected, id: 'three' }];
    assert.equal(newsSentence(many, unmasked), '3 submissions: 2 rejected, 1 approved');
  });

  it('is empty where none came', () => {
    assert.equal(newsSentence([], unmasked), '');
  });
});
