import assert from 'node:assert/strict';
import { LookUpHistory } from '../../../../src/editor/lookUp/history.ts';
import { SharedState } from '../project/sharedState.ts';

const key = 'Zk3mQ9xV2bN8cL5pR7tY1uW4';
const name = 'faceauth.history.a-1';

describe('The look-up history', () => {
  let shared: SharedState;

  beforeEach(() => {
    shared = new SharedState();
  });

  const open = (isKept = true, isProject = (): boolean => true): LookUpHistory =>
    new LookUpHistory({
      state: shared.window(),
      settings: () => ({ history: isKept }),
      isKey: async (text) => await Promise.resolve(text === key),
      isProject,
    });

  it('has each id once, the latest first', async () => {
    const history = open();
    for (const id of ['fa_1', 'fa_2', 'fa_1']) await history.add('a-1', id);
    assert.deepEqual(await history.ids('a-1'), ['fa_1', 'fa_2']);
    assert.deepEqual(await history.ids('b-1'), []);
  });

  it('keeps nothing of a project that was removed while the service was asked', async () => {
    await open(true, () => false).add('a-1', 'fa_1');
    assert.deepEqual(shared.values, {});
  });

  it('never takes an API key', async () => {
    const history = open();
    await history.add('a-1', key);
    assert.deepEqual(await history.ids('a-1'), []);
    assert.deepEqual(shared.values, {});
  });

  it('neither offers nor keeps an API key that was taken for an id before', async () => {
    await shared.window().update(name, ['fa_1', key, 'fa_2']);
    assert.deepEqual(await open().ids('a-1'), ['fa_1', 'fa_2']);
    assert.deepEqual(shared.values[name], ['fa_1', 'fa_2']);
  });

  it('is neither shown nor written while it is switched off', async () => {
    await open().add('a-1', 'fa_1');
    await open(false).add('a-1', 'fa_2');
    assert.deepEqual(await open(false).ids('a-1'), []);
    assert.deepEqual(shared.values[name], ['fa_1']);
  });
});
