import assert from 'node:assert/strict';
import { Keyring } from '../../../../src/editor/project/keyring.ts';
import { ProjectStore } from '../../../../src/editor/project/projectStore.ts';
import { SlowSecrets } from './slowSecrets.ts';
import { SharedState } from './sharedState.ts';

const key = 'Zk3mQ9xV2bN8cL5pR7tY1uW4';

describe('The stored keys', () => {
  let secrets: SlowSecrets;
  let state: SharedState;

  const open = (): ProjectStore => {
    const kept = {
      globalState: state.window(),
      workspaceState: new SharedState().window(),
      secrets,
      subscriptions: [],
    };
    return new ProjectStore(kept, new Keyring(secrets, 20));
  };

  beforeEach(() => {
    secrets = new SlowSecrets();
    state = new SharedState();
  });

  it('are known to be keys, and an id is not', async () => {
    const store = open();
    await store.add({ id: 'a-1', name: 'A' }, key);
    assert.ok(await store.isKey(key));
    assert.equal(await store.isKey('fa_0123456789abcdef'), false);
  });

  it('are known in a window that has not used them yet, those of a removed project too', async () => {
    await open().add({ id: 'a-1', name: 'A' }, key);
    await secrets.store('faceauth.key.gone', 'another0123456789');
    const other = open();
    assert.ok(await other.isKey(key));
    assert.ok(await other.isKey('another0123456789'));
  });

  it('are known as soon as another window stores one', async () => {
    const [one, other] = [open(), open()];
    assert.equal(await other.isKey(key), false);
    await one.add({ id: 'a-1', name: 'A' }, key);
    assert.ok(await other.isKey(key));
  });

  it('are known without a keyring, and so is what was only typed', async () => {
    secrets.mood = 'refuses';
    const store = open();
    assert.equal(await store.add({ id: 'a-1', name: 'A' }, key), false);
    await store.noteKey('typed0123456789');
    assert.ok(await store.isKey(key));
    assert.ok(await store.isKey('typed0123456789'));
  });

  it('are not waited for longer than a few seconds when the keyring does not answer', async () => {
    secrets.mood = 'silent';
    const store = open();
    await store.noteKey(key);
    assert.ok(await store.isKey(key));
  });
});
