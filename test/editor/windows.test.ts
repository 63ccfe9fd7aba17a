import assert from 'node:assert/strict';
import type { Fault } from '../service/exchange.ts';
import { asUsual } from '../service/oddAnswers.ts';
import { startService, type Service } from '../service/service.ts';
import { Storage, until, type Window } from './support/window.ts';

const [key, newKey] = ['key-0123456789', 'new-key-0123456789'];

describe('Windows that show the same project', () => {
  let service: Service;
  let storage: Storage;
  const windows: Window[] = [];

  const project = (): { id: string; name: string; address: string } => ({
    id: 'a-1',
    name: 'A',
    address: service.baseUrl,
  });

  const open = (): Window => {
    const window = storage.open();
    windows.push(window);
    return window;
  };

  const count = ({ session: { state } }: Window): number => (state.kind === 'idle' ? 0 : state.loaded.count);
  const failure = ({ session: { state } }: Window) => (state.kind === 'failed' ? state.failure : undefined);

  before(async () => {
    service = await startService({ keys: [key, newKey], size: 100, broken: false });
  });

  after(async () => {
    await service.close();
  });

  beforeEach(async () => {
    storage = new Storage();
    await open().store.add(project(), key);
  });

  afterEach(() => {
    for (const window of windows.splice(0)) window.close();
  });

  it('keep what is loaded when the key is replaced in one of them', async () => {
    const both = [open(), open()];
    for (const { shown, session } of both) {
      await shown.open(project());
      await session.loadOlder();
    }
    const before = service.requests.length;
    await both[0]?.store.setKey('a-1', newKey);
    await both[1]?.session.loadOlder();
    assert.deepEqual(both.map(count), [40, 60]);
    assert.equal(service.requests.length, before + 1);
    assert.equal(service.requests.at(-1)?.headers['x-api-key'], newKey);
  });

  it('try again by themselves what failed, once one of them has the right key', async () => {
    const both = [open(), open()];
    await both[0]?.store.setKey('a-1', 'wrong-key');
    for (const window of both) {
      await window.shown.open(project());
      assert.equal(failure(window)?.kind, 'keyNotAccepted');
    }
    await both[1]?.store.setKey('a-1', key);
    await until('both have loaded', () => both.every((window) => count(window) === 20));
  });

  it('try again by themselves also what is refused only after the key was replaced', async () => {
    const both = [open(), open()];
    await both[0]?.store.setKey('a-1', 'wrong-key');
    const [arrived, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const held: Fault = async (exchange) => {
      if (service.requests.length === before + 2) arrived.resolve();
      await answered.promise;
      await asUsual(exchange);
    };
    const before = service.requests.length;
    service.inject(held, { times: 2 });
    const opened = both.map(async ({ shown }) => {
      await shown.open(project());
    });
    await arrived.promise;
    await both[1]?.store.setKey('a-1', key);
    answered.resolve();
    await Promise.all(opened);
    await until('both have loaded', () => both.every((window) => count(window) === 20));
  });

  it('say for which host the key was that failed', async () => {
    const window = open();
    await window.store.setKey('a-1', 'wrong-key');
    await window.shown.open(project());
    const failed = failure(window);
    assert.equal(failed?.kind, 'keyNotAccepted');
    assert.equal(failed.host, new URL(service.baseUrl).host);
  });

  it('leave a project that is removed in one of them, also when the list is heard of later than the key', async () => {
    const [one, other] = [open(), open()];
    for (const { shown } of [one, other]) await shown.open(project());
    await one.store.remove(['a-1']);
    assert.equal(other.shown.current?.id, 'a-1');
    storage.state.spread();
    await until('neither shows it', () => one.shown.current === undefined && other.shown.current === undefined);
  });

  it('leave it also where no key of it was stored', async () => {
    await storage.secrets.delete('faceauth.key.a-1');
    const [one, other] = [open(), open()];
    for (const { shown } of [one, other]) await shown.open(project());
    await one.store.remove(['a-1']);
    storage.state.spread();
    await until('neither shows it', () => one.shown.current === undefined && other.shown.current === undefined);
  });

  it('ask the service nothing for the project that follows, before somebody looks', async () => {
    const [one, other] = [open(), open()];
    await one.store.add({ ...project(), id: 'b-1', name: 'B' }, key);
    storage.state.spread();
    for (const { shown } of [one, other]) await shown.open(project());
    const before = service.requests.length;
    await one.store.remove(['a-1']);
    storage.state.spread();
    await until('both show the other', () => [one, other].every(({ shown }) => shown.current?.id === 'b-1'));
    assert.equal(service.requests.length, before);
    await other.shown.read();
    assert.equal(count(other), 20);
  });

  it('show another name at once, and ask the service nothing', async () => {
    const [one, other] = [open(), open()];
    for (const { shown } of [one, other]) await shown.open(project());
    const before = service.requests.length;
    await one.store.rename('a-1', 'B');
    storage.state.spread();
    await until('both show it', () => one.shown.current?.name === 'B' && other.shown.current?.name === 'B');
    assert.equal(service.requests.length, before);
  });

  const testShut = (mood: 'silent' | 'refuses', cause: 'silent' | 'refused'): void => {
    it(`say that the keyring ${mood === 'silent' ? 'does not answer' : mood}, ask nothing, and go on with a key that is entered`, async () => {
      storage.secrets.mood = mood;
      const window = open();
      const before = service.requests.length;
      await window.shown.read();
      const failed = failure(window);
      assert.equal(failed?.kind === 'keyring' && failed.cause, cause);
      assert.equal(service.requests.length, before);
      await window.store.setKey('a-1', newKey);
      await until('it has loaded', () => count(window) === 20);
      assert.equal(service.requests.at(-1)?.headers['x-api-key'], newKey);
    });
  };
  testShut('silent', 'silent');
  testShut('refuses', 'refused');

  it('go on by themselves once the keyring answers after all', async () => {
    storage.secrets.mood = 'silent';
    const window = open();
    await window.shown.read();
    assert.equal(failure(window)?.kind, 'keyring');
    storage.secrets.awake();
    await until('it has loaded', () => count(window) === 20);
  });

  it('read projects of version 0.1.0 at the base URL that is set first, and at no other later', async () => {
    storage = new Storage();
    storage.baseUrl = service.baseUrl;
    await storage.state.window().update('faceauth.projects', [{ id: 'old-1', name: 'Old' }]);
    await storage.secrets.store('faceauth.key.old-1', key);
    const first = open();
    await first.shown.read();
    assert.equal(count(first), 20);
    storage.baseUrl = 'https://host.invalid/v3';
    const later = open();
    await later.shown.read();
    assert.equal(count(later), 20);
    assert.equal(later.shown.current?.address, service.baseUrl);
  });
});
