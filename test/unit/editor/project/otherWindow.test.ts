import assert from 'node:assert/strict';
import { valueOf } from '../../api/asking.ts';
import { Machine } from './windows.ts';

const [keyA, keyB] = ['Zk3mQ9xV2bN8cL5pR7tY1uW4', 'Hj6dF0sG4aP9oI2eU8yT3rW5'];
const a = { id: 'a-1', name: 'A', address: 'https://a.example/v3' };

describe('The store of the projects, where another window changes something', () => {
  let machine: Machine;

  beforeEach(() => {
    machine = new Machine();
  });

  afterEach(() => {
    machine.close();
  });

  it('takes the key that another window stored later, in the place of one that the keyring did not take', async () => {
    const [one, other] = [machine.window(), machine.window()];
    machine.secrets.mood = 'refuses';
    await one.add(a, keyA);
    machine.secrets.mood = 'answers';
    const changed = Promise.withResolvers<string>();
    one.onDidChangeKey(changed.resolve);
    machine.state.spread();
    await other.setKey('a-1', keyB);
    await changed.promise;
    assert.equal(valueOf(await one.access('a-1')).key, keyB);
  });

  it('takes it too when the keyring was slow to answer', async () => {
    machine.secrets.onDidChange(() => {
      machine.secrets.mood = 'silent';
    });
    const [one, other] = [machine.window(), machine.window()];
    machine.secrets.mood = 'refuses';
    await one.add(a, keyA);
    machine.secrets.mood = 'answers';
    machine.state.spread();
    const waited = Promise.withResolvers<string>();
    one.onDidChangeKey(waited.resolve);
    await other.setKey('a-1', keyB);
    await waited.promise;
    const changed = Promise.withResolvers<string>();
    one.onDidChangeKey(changed.resolve);
    machine.secrets.awake();
    await changed.promise;
    assert.equal(valueOf(await one.access('a-1')).key, keyB);
  });

  it('tells of another name until the list of the other window has come', async () => {
    const [one, other] = [machine.window(), machine.window()];
    await one.add(a, keyA);
    machine.state.spread();
    const [told, renamed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    other.onDidChangeList(() => {
      told.resolve();
      if (other.all()[0]?.name === 'B') renamed.resolve();
    });
    await one.rename('a-1', 'B');
    await told.promise;
    assert.equal(other.all()[0]?.name, 'A');
    machine.state.spread();
    await renamed.promise;
  });
});
