import assert from 'node:assert/strict';
import { Keyring } from '../../../../src/editor/project/keyring.ts';
import { SlowSecrets } from './slowSecrets.ts';

describe('A keyring', () => {
  it('that answers is read, written and listed', async () => {
    const keyring = new Keyring(new SlowSecrets(), 50);
    assert.deepEqual(await keyring.store('faceauth.key.a', 'one'), { kind: 'answered', value: undefined });
    assert.deepEqual(await keyring.get('faceauth.key.a'), { kind: 'answered', value: 'one' });
    await keyring.store('other', 'two');
    assert.deepEqual(await keyring.names('faceauth.key.'), ['faceauth.key.a']);
    await keyring.delete('faceauth.key.a');
    assert.deepEqual(await keyring.get('faceauth.key.a'), { kind: 'answered', value: undefined });
  });

  it('that rejects is told as one that refuses', async () => {
    const secrets = new SlowSecrets();
    secrets.mood = 'refuses';
    const keyring = new Keyring(secrets, 50);
    assert.equal((await keyring.get('a')).kind, 'refused');
    assert.equal((await keyring.store('a', 'one')).kind, 'refused');
    assert.equal((await keyring.delete('a')).kind, 'refused');
    assert.deepEqual(await keyring.names(''), []);
  });

  it('that never answers is waited for no longer than a few seconds', async () => {
    const secrets = new SlowSecrets();
    secrets.mood = 'silent';
    const keyring = new Keyring(secrets, 20);
    assert.equal((await keyring.get('a')).kind, 'silent');
    assert.equal((await keyring.store('a', 'one')).kind, 'silent');
    assert.equal((await keyring.delete('a')).kind, 'silent');
    assert.deepEqual(await keyring.names(''), []);
  });

  it('that does not answer is asked the same only once', async () => {
    const secrets = new SlowSecrets();
    secrets.mood = 'silent';
    const keyring = new Keyring(secrets, 5);
    await keyring.get('a');
    await keyring.get('a');
    assert.equal(secrets.asked, 1);
  });

  it('is asked anew once a secret has changed, since an answer on its way may be the one of before', async () => {
    const secrets = new SlowSecrets();
    await secrets.store('a', 'one');
    const keyring = new Keyring(secrets, 50);
    const changed = Promise.withResolvers<void>();
    keyring.onDidChange(() => changed.resolve());
    secrets.mood = 'silent';
    const before = keyring.get('a');
    secrets.mood = 'answers';
    await secrets.store('a', 'two');
    await changed.promise;
    assert.deepEqual(await keyring.get('a'), { kind: 'answered', value: 'two' });
    secrets.awake();
    await before;
  });

  it('that answers late is heard', async () => {
    const secrets = new SlowSecrets();
    await secrets.store('a', 'one');
    secrets.mood = 'silent';
    const keyring = new Keyring(secrets, 5);
    const late = Promise.withResolvers<void>();
    assert.equal((await keyring.get('a', () => late.resolve())).kind, 'silent');
    secrets.awake();
    await late.promise;
    assert.deepEqual(await keyring.get('a'), { kind: 'answered', value: 'one' });
  });
});
