import assert from 'node:assert/strict';
import { registerWatch } from '../../src/editor/list/watching.ts';
import { startService, type Service } from '../service/service.ts';
import { openRooms, Person, type Rooms } from './support/rooms.ts';

const key = 'key-0123456789';

describe('A watch that is the first thing done in a window', () => {
  let rooms: Rooms;
  let person: Person;
  let note: string | undefined;

  beforeEach(() => {
    note = undefined;
    person = new Person();
    rooms = openRooms();
    rooms.open((core) =>
      registerWatch(core, (text) => {
        note = text;
      }),
    );
  });

  afterEach(() => {
    person.restore();
    rooms.dispose();
  });

  const watch = async ({ baseUrl }: Service, used = key): Promise<void> => {
    const project = { id: 'a-1', name: 'A', address: baseUrl };
    await rooms.core.store.add(project, used);
    rooms.core.session.choose(project);
    await rooms.run('faceauth.watch');
  };

  it('reads the list first, since it tells what came since', async () => {
    await using service = await startService({ keys: [key], size: 20, broken: false });
    await watch(service);
    const { state } = rooms.core.session;
    assert.equal(state.kind !== 'idle' && state.loaded.count, 20);
    assert.match(note ?? '', /^watching until/);
  });

  it('begins in a project that has no submission yet', async () => {
    await using service = await startService({ keys: [key], size: 0, broken: false });
    await watch(service);
    assert.match(note ?? '', /^watching until/);
  });

  it('says why the list cannot be read, instead of watching nothing', async () => {
    await using service = await startService({ keys: [key], size: 20, broken: false });
    await watch(service, 'wrong-key');
    assert.equal(note, undefined);
    assert.match(person.heard.at(-1) ?? '', /did not accept/);
  });
});
