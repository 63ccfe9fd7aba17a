import assert from 'node:assert/strict';
import { Machine } from './windows.ts';

const [keyA, keyB] = ['Zk3mQ9xV2bN8cL5pR7tY1uW4', 'Hj6dF0sG4aP9oI2eU8yT3rW5'];
const a = { id: 'a-1', name: 'A', address: 'https://a.example/v3' };

describe('The store of the projects, once one is removed', () => {
  let machine: Machine;

  beforeEach(() => {
    machine = new Machine();
  });

  afterEach(() => {
    machine.close();
  });

  it('gives nothing for a project that is gone', async () => {
    const store = machine.window();
    await store.add(a, keyA);
    await store.remove(['a-1']);
    assert.deepEqual(await store.access('a-1'), { ok: false, failure: { kind: 'noKey' } });
    assert.deepEqual(await machine.keys(), []);
  });

  it('tells the other windows, also where no key was stored', async () => {
    const [one, other] = [machine.window(), machine.window()];
    machine.secrets.mood = 'refuses';
    await one.add(a, keyA);
    machine.secrets.mood = 'answers';
    machine.state.spread();
    const gone = Promise.withResolvers<void>();
    other.onDidChangeList(() => {
      if (other.all().length === 0) gone.resolve();
    });
    await one.remove(['a-1']);
    machine.state.spread();
    await gone.promise;
  });

  it('stores no key and no name for a project that was removed while they were asked for', async () => {
    const store = machine.window();
    await store.add(a, keyA);
    await store.remove(['a-1']);
    assert.equal(await store.setKey('a-1', keyB), 'gone');
    assert.equal(await store.rename('a-1', 'B'), false);
    assert.deepEqual(await machine.keys(), []);
    assert.deepEqual(store.all(), []);
  });

  it('says when the keyring may still have a key that was to be deleted', async () => {
    const store = machine.window();
    await store.add(a, keyA);
    machine.secrets.mood = 'refuses';
    assert.equal(await store.remove(['a-1']), false);
    assert.deepEqual(store.all(), []);
  });

  it('says so also of the key from before one that the keyring did not take', async () => {
    await machine.window().add(a, keyA);
    machine.state.spread();
    const store = machine.window();
    await store.access('a-1');
    machine.secrets.mood = 'refuses';
    await store.setKey('a-1', keyB);
    assert.equal(await store.remove(['a-1']), false);
  });

  it('says nothing of a key that was never stored', async () => {
    machine.secrets.mood = 'refuses';
    const store = machine.window();
    await store.add(a, keyA);
    assert.equal(await store.remove(['a-1']), true);
  });
});
