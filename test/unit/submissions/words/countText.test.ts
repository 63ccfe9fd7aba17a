import assert from 'node:assert/strict';
import { countText } from '../../../../src/submissions/words/countText.ts';

describe('a count in words', () => {
  it('keeps its thousands apart', () => {
    assert.deepEqual([0, 999, 1000, 12_345, 1_234_567].map(countText), ['0', '999', '1,000', '12,345', '1,234,567']);
  });
});
