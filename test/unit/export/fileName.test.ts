import assert from 'node:assert/strict';
import { fileNameOf } from '../../../src/export/fileName.ts';

describe('the name that is offered for an export', () => {
  const days = { from: '2026-01-01', to: '2026-01-31' };

  it('says that it holds everything, or only what a filter lets through', () => {
    assert.equal(fileNameOf(undefined, false), 'faceauth-all');
    assert.equal(fileNameOf(undefined, true), 'faceauth-filtered');
  });

  it('says which days it holds', () => {
    assert.equal(fileNameOf(days, false), 'faceauth-2026-01-01-to-2026-01-31');
  });
});
