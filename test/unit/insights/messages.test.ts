import assert from 'node:assert/strict';
import { readMessage, readState } from '../../../src/editor/insights/messages.ts';

describe('what a page of insights kept over a reload', () => {
  it('is taken with a recorded threshold over 100 among the tried ones', () => {
    const kept = { project: 'p', tried: [70, 120, 0, 0, 0] };
    assert.deepEqual(readState(kept), kept);
  });

  it('is taken when nothing was tried', () => {
    assert.deepEqual(readState({ project: 'p', tried: [] }), { project: 'p', tried: [] });
  });

  it('is taken with how thresholds were tried', () => {
    const kept = { project: 'p', tried: [], choices: ['asRecorded', 'newestOnly'] };
    assert.deepEqual(readState(kept), kept);
    assert.deepEqual(readState({ ...kept, choices: ['other'] }), { tried: [] });
  });

  it('is taken with what was compared, which has a threshold for each check', () => {
    const kept = { project: 'p', tried: [], compared: [70, 120, 0, 0, 0] };
    assert.deepEqual(readState(kept), kept);
    assert.deepEqual(readState({ ...kept, compared: [70] }), { tried: [] });
  });

  it('is nothing when it is nothing that a page of ours keeps', () => {
    for (const kept of [undefined, null, { tried: [1] }, { tried: [0, 0, 0, 0, -1] }, { tried: [0, 0, 0, 0, null] }]) {
      assert.deepEqual(readState(kept), { tried: [] });
    }
  });
});

describe('a threshold that a page tries', () => {
  it('is from 0 to 100', () => {
    assert.doesNotThrow(() => readMessage({ kind: 'try', check: 0, threshold: 100 }));
    assert.throws(() => readMessage({ kind: 'try', check: 0, threshold: 101 }));
    assert.throws(() => readMessage({ kind: 'try', check: 5, threshold: 1 }));
  });
});
