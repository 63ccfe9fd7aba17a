import assert from 'node:assert/strict';
import { readMessage, readState } from '../../../../src/editor/record/messages.ts';

describe('what comes from the page of a record', () => {
  it('is taken when it is one of its messages', () => {
    for (const message of [
      { kind: 'ready' },
      { kind: 'showDeleted' },
      { kind: 'openAttempt', id: 'fa_1' },
      { kind: 'run', action: 'copyCurl' },
    ]) {
      assert.deepEqual(readMessage(message), message);
    }
  });

  it('is refused when it is anything else', () => {
    for (const message of [undefined, 'ready', {}, { kind: 'openAttempt' }, { kind: 'run', action: 'toString' }]) {
      assert.throws(() => readMessage(message));
    }
  });

  it('brings a record back after a reload', () => {
    const state = { projectId: 'p', id: 'fa_1', showDeleted: true };
    assert.deepEqual(readState(state), state);
  });

  it('brings it back without what is not known, or cannot be read', () => {
    assert.deepEqual(readState({ projectId: 'p', id: 'fa_1', pinned: true, showDeleted: 'yes' }), {
      projectId: 'p',
      id: 'fa_1',
      showDeleted: false,
    });
  });

  it('brings nothing back when no record is named', () => {
    for (const state of [undefined, null, 'fa_1', {}, { projectId: 'p', id: '' }, { id: 'fa_1' }]) {
      assert.equal(readState(state), undefined);
    }
  });
});
