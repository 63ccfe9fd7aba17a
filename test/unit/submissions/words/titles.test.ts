import assert from 'node:assert/strict';
import { checkKinds } from '../../../../src/submissions/model/readings.ts';
import { checkName, checkTitle, statusTitle } from '../../../../src/submissions/words/titles.ts';

describe('the names', () => {
  it('of the six checks differ', () => {
    assert.equal(new Set(checkKinds.map(checkTitle)).size, 6);
    assert.equal(new Set(checkKinds.map(checkName)).size, 6);
  });

  it('of a status are words for what is documented, and else what was sent', () => {
    assert.deepEqual(['approved', 'rejected', '', 'unknown', 'in review', 'a\nb'].map(statusTitle), [
      'Approved',
      'Rejected',
      'No status',
      'unknown',
      'in review',
      String.raw`a\u000ab`,
    ]);
  });
});
