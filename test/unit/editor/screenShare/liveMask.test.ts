import assert from 'node:assert/strict';
import { sources, withoutComments } from '../../sources.ts';

describe('the way to show ids', () => {
  it('is asked for when something is shown, and not kept while something is waited for', () => {
    const kept = sources('src/editor/**/*.ts').filter(({ text }) =>
      withoutComments(text).includes('readonly mask: Mask;'),
    );
    // This file may hold a mask, because it uses the mask at once.
    assert.deepEqual(
      kept.map(({ path }) => path),
      ['src/editor/insights/viewInput.ts'],
    );
  });
});
