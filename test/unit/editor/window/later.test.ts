import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { afterWith } from '../../../../src/editor/window/later.ts';

describe('a pause', () => {
  const after = afterWith(async (work) => {
    await work();
  });

  it('that is longer than a timer can hold does not end at once', async () => {
    let ended = 0;
    const callOff = after(2 ** 31, async () => {
      ended++;
      await Promise.resolve();
    });
    // Timers end in the order of their times: one that is too long for a timer would end after 1 ms.
    await setTimeout(2);
    callOff();
    assert.equal(ended, 0);
  });
});
