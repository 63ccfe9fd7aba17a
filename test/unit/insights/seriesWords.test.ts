import assert from 'node:assert/strict';
import { shareText } from '../../../src/insights/seriesWords.ts';

describe('a share', () => {
  for (const [part, whole, text] of [
    [0, 0, '0 %'],
    [0, 200, '0 %'],
    [1, 1000, '<1 %'],
    [1, 200, '1 %'],
    [62, 100, '62 %'],
    [199, 200, '>99 %'],
    [999, 1000, '>99 %'],
    [200, 200, '100 %'],
  ] as const) {
    it(`of ${part} in ${whole} is ${text}: only none is nothing, and only all is all`, () => {
      assert.equal(shareText(part, whole), text);
    });
  }
});
