import assert from 'node:assert/strict';
import { createGuard } from '../../src/editor/window/guard.ts';

describe('An error that nobody expected', () => {
  it('is logged, and nothing waits until its notification is closed', async () => {
    const logged: unknown[] = [];
    const guard = createGuard({
      exchange: () => undefined,
      error: (error) => logged.push(error),
      show: () => undefined,
      dispose: () => undefined,
    });
    const fault = new Error('of ours');
    await guard(() => {
      throw fault;
    });
    assert.deepEqual(logged, [fault]);
  });
});
