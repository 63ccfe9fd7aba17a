import assert from 'node:assert/strict';
import { approved, rejected, rowFor } from '../records.ts';

describe('where report and numbers disagree, the row says so', () => {
  const notes = (record: object, name: string): readonly string[] => rowFor(record, name).notes;

  it('when a reported check passes by the numbers', () => {
    assert.deepEqual(notes({ ...rejected, result: { face_similarity: 92 } }, 'Face similarity'), [
      'Disagrees: by the numbers it passes.',
    ]);
  });

  it('when a reported check is not enforced', () => {
    assert.deepEqual(notes({ ...rejected, fail_code: ['Head_cover_fail'] }, 'Head cover'), [
      'Disagrees: the policy does not enforce it.',
    ]);
  });

  it('when a failed check was approved', () => {
    assert.deepEqual(notes({ ...approved, result: { face_similarity: 2 } }, 'Face similarity'), [
      'Disagrees: the submission was approved.',
    ]);
  });

  it('when a computed failure has no fail code although there is one for it', () => {
    assert.deepEqual(notes({ ...rejected, fail_code: [] }, 'Face similarity'), [
      'Disagrees: the service gave no fail code for it.',
    ]);
  });

  it('but not for the liveness checks, which have no documented fail code', () => {
    const record = { ...rejected, policy: { liveness_threshold: 60 }, result: { liveness_score: 12 } };
    assert.deepEqual(notes(record, 'Passive liveness'), ['No fail code is documented for this check.']);
  });
});
