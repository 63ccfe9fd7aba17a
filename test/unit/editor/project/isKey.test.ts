import assert from 'node:assert/strict';
import { Machine } from './windows.ts';

const key = 'Zk3mQ9xV2bN8cL5pR7tY1uW4';
const a = { id: 'a-1', name: 'A', address: 'https://a.example/v3' };

describe('A text that is a key', () => {
  let machine: Machine;

  beforeEach(() => {
    machine = new Machine();
  });

  afterEach(() => {
    machine.close();
  });

  it('is told from an id', async () => {
    const store = machine.window();
    await store.add(a, key);
    assert.ok(await store.isKey(key));
    assert.equal(await store.isKey('fa_0123456789abcdef'), false);
  });

  it('is known in a window that has not used the key yet, also when its project was removed', async () => {
    await machine.window().add(a, key);
    await machine.secrets.store('faceauth.key.gone', 'another0123456789');
    const other = machine.window();
    assert.ok(await other.isKey(key));
    assert.ok(await other.isKey('another0123456789'));
  });

  it('is known as soon as another window stores the key', async () => {
    const [one, other] = [machine.window(), machine.window()];
    assert.equal(await other.isKey(key), false);
    await one.add(a, key);
    assert.ok(await other.isKey(key));
  });

  it('is known without a keyring, and so is what was only typed', async () => {
    machine.secrets.mood = 'refuses';
    const store = machine.window();
    await store.add(a, key);
    await store.noteKey('typed0123456789');
    assert.ok(await store.isKey(key));
    assert.ok(await store.isKey('typed0123456789'));
  });

  it('does not wait for a keyring that does not answer', async () => {
    machine.secrets.mood = 'silent';
    const store = machine.window();
    await store.noteKey(key);
    assert.ok(await store.isKey(key));
  });
});
