import assert from 'node:assert/strict';
import { valueOf } from '../../api/asking.ts';
import { Machine } from './windows.ts';

const [keyA, keyB] = ['Zk3mQ9xV2bN8cL5pR7tY1uW4', 'Hj6dF0sG4aP9oI2eU8yT3rW5'];
const a = { id: 'a-1', name: 'A', address: 'https://a.example/v3' };
const b = { id: 'b-1', name: 'B', address: 'http://127.0.0.1:8080/stage' };

describe('The store of the projects', () => {
  let machine: Machine;

  beforeEach(() => {
    machine = new Machine();
  });

  afterEach(() => {
    machine.close();
  });

  it('gives each key with the address of its own project, whatever is set meanwhile', async () => {
    const store = machine.window();
    await store.add(a, keyA);
    await store.add(b, keyB);
    machine.baseUrl = 'https://elsewhere.example/v3';
    await store.adopt();
    for (const [{ id, address }, key] of [
      [a, keyA],
      [b, keyB],
    ] as const) {
      const access = valueOf(await store.access(id));
      assert.deepEqual([access.base.href, access.key], [address, key]);
    }
  });

  it('names the host for which a key is missing', async () => {
    const store = machine.window();
    await store.add(b, keyB);
    await machine.secrets.delete('faceauth.key.b-1');
    assert.deepEqual(await store.access('b-1'), {
      ok: false,
      failure: { kind: 'noKey', host: '127.0.0.1:8080' },
    });
  });

  it('tells once that a key was stored, also where it is the one of before', async () => {
    const store = machine.window();
    await store.add(a, keyA);
    const changed: string[] = [];
    store.onDidChangeKey((id) => changed.push(id));
    await store.setKey('a-1', keyA);
    assert.deepEqual(changed, ['a-1']);
    await store.setKey('a-1', keyB);
    assert.deepEqual(changed, ['a-1', 'a-1']);
  });

  const testShut = (mood: 'silent' | 'refuses', cause: 'silent' | 'refused'): void => {
    it(`says that the keyring ${mood === 'silent' ? 'does not answer' : mood}, and takes a key for this window`, async () => {
      const store = machine.window();
      await store.add(a, keyA);
      machine.secrets.mood = mood;
      assert.deepEqual(await store.access('a-1'), {
        ok: false,
        failure: { kind: 'keyring', cause, host: 'a.example' },
      });
      const changed: string[] = [];
      store.onDidChangeKey((id) => changed.push(id));
      assert.equal(await store.setKey('a-1', keyB), cause);
      assert.deepEqual(changed, ['a-1']);
      assert.equal(valueOf(await store.access('a-1')).key, keyB);
    });
  };
  testShut('silent', 'silent');
  testShut('refuses', 'refused');

  it('tells when the keyring answered after all', async () => {
    const store = machine.window();
    await store.add(a, keyA);
    machine.secrets.mood = 'silent';
    await store.access('a-1');
    const answered = Promise.withResolvers<string>();
    store.onDidChangeKey(answered.resolve);
    machine.secrets.awake();
    assert.equal(await answered.promise, 'a-1');
    assert.equal(valueOf(await store.access('a-1')).key, keyA);
  });

  it('knows a key of another FaceAuth project by what the service calls it', async () => {
    const store = machine.window();
    await store.add(a, keyA, 'service-1');
    assert.equal(await store.isOtherService('a-1', 'service-1'), false);
    assert.equal(await store.isOtherService('a-1', 'service-2'), true);
  });

  it('learns what the service calls a project from the first answer, and keeps a hash of it alone', async () => {
    const store = machine.window();
    await store.add(a, keyA);
    assert.equal(await store.isOtherService('a-1', 'service-1'), false);
    await store.noteServiceId('a-1', 'service-1');
    await store.noteServiceId('a-1', 'service-2');
    assert.equal(await store.isOtherService('a-1', 'service-1'), false);
    assert.equal(await store.isOtherService('a-1', 'service-2'), true);
    assert.ok(!JSON.stringify(machine.state.values).includes('service-1'));
  });

  it('tells once when a key that was stored untested is that of another project', async () => {
    const store = machine.window();
    await store.add(a, keyA, 'service-1');
    const told: boolean[] = [await store.noteServiceId('a-1', 'service-2')];
    for (const serviceId of ['service-1', 'service-2', 'service-2']) {
      if (told.length < 3) store.expectServiceId('a-1');
      told.push(await store.noteServiceId('a-1', serviceId));
    }
    assert.deepEqual(told, [false, false, true, false]);
  });

  it('keeps no key in the state', async () => {
    await machine.window().add(a, keyA, 'service-1');
    assert.ok(JSON.stringify(machine.state.values).includes('a.example'));
    assert.ok(!JSON.stringify(machine.state.values).includes(keyA));
  });

  it('counts keys without a project here apart, and removes them only when they are named', async () => {
    const store = machine.window();
    await store.add(a, keyA);
    await machine.secrets.store('faceauth.key.of-another-profile', keyB);
    assert.deepEqual(await store.otherKeys(), ['of-another-profile']);
    assert.ok(await store.remove(['a-1']));
    assert.deepEqual(await machine.keys(), ['faceauth.key.of-another-profile']);
    assert.ok(await store.remove(await store.otherKeys()));
    assert.deepEqual(await machine.keys(), []);
  });
});

describe('The projects of version 0.1.0', () => {
  const kept = [
    { id: 'a-1', name: 'A' },
    { id: 'b-1', name: 'B' },
  ];
  let machine: Machine;

  beforeEach(async () => {
    machine = new Machine();
    await machine.state.window().update('faceauth.projects', kept);
    await machine.secrets.store('faceauth.key.a-1', keyA);
  });

  afterEach(() => {
    machine.close();
  });

  it('take the base URL that is set at the first start, and keep it when it changes', async () => {
    machine.baseUrl = 'https://staging.example/v3/faceauth/';
    assert.equal(valueOf(await machine.window().access('a-1')).base.href, 'https://staging.example/v3');
    machine.baseUrl = 'https://elsewhere.example/v3';
    for (const store of [machine.window(), machine.window()]) {
      assert.deepEqual(
        store.all().map(({ name, address }) => [name, address]),
        [
          ['A', 'https://staging.example/v3'],
          ['B', 'https://staging.example/v3'],
        ],
      );
      assert.equal(valueOf(await store.access('a-1')).base.href, 'https://staging.example/v3');
    }
  });

  it('wait for a base URL that can be used, and no key goes anywhere until then', async () => {
    machine.baseUrl = 'ftp://host.example';
    const store = machine.window();
    assert.deepEqual(
      store.all().map(({ name, address }) => [name, address]),
      [
        ['A', undefined],
        ['B', undefined],
      ],
    );
    assert.deepEqual(await store.access('a-1'), {
      ok: false,
      failure: { kind: 'badAddress', address: 'ftp://host.example' },
    });
    machine.baseUrl = 'https://host.example/v3';
    assert.equal(valueOf(await store.access('a-1')).base.href, 'https://host.example/v3');
    machine.baseUrl = 'https://elsewhere.example/v3';
    assert.equal(valueOf(await machine.window().access('a-1')).base.href, 'https://host.example/v3');
  });

  it('keep their address when a window of that version, still open, writes its list once more', async () => {
    machine.baseUrl = 'https://staging.example/v3';
    const old = machine.state.window();
    await machine.window().access('a-1');
    machine.state.spread();
    await old.update('faceauth.projects', [...kept, { id: 'c-1', name: 'C' }]);
    machine.baseUrl = 'https://host.example/v3';
    const store = machine.window();
    assert.equal(valueOf(await store.access('a-1')).base.href, 'https://staging.example/v3');
    assert.deepEqual(
      store.all().map(({ address }) => address),
      ['https://staging.example/v3', 'https://staging.example/v3', 'https://host.example/v3'],
    );
  });

  it('are gone for good once they were removed', async () => {
    machine.baseUrl = 'ftp://host.example';
    await machine.window().remove(['a-1']);
    machine.baseUrl = 'https://host.example/v3';
    assert.deepEqual(
      machine
        .window()
        .all()
        .map(({ id }) => id),
      ['b-1'],
    );
  });
});
