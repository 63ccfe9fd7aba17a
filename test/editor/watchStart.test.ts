import assert from 'node:assert/strict';
import { registerWatch } from '../../src/editor/list/watching.ts';
import { startService, type Service } from '../service/service.ts';
import { openRooms, Person, type Rooms } from './support/rooms.ts';
import { until } from './support/window.ts';

const key = 'key-0123456789';
const cameJustNow = '{"auth_id":"fa_cameJustNow","auth_status":"approved"}';

describe('A watch', () => {
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

  const watch = async ({ baseUrl }: Service, used = key, id = 'a-1'): Promise<void> => {
    const project = { id, name: id, address: baseUrl };
    await rooms.core.store.add(project, used);
    rooms.core.session.choose(project);
    await rooms.run('faceauth.watch');
  };

  it('that is the first thing done in a window reads the list, since it tells what came since', async () => {
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

  it('is over when days are chosen that have ended, and says so', async () => {
    await using service = await startService({ keys: [key], size: 20, broken: false });
    await watch(service);
    const { session } = rooms.core;
    assert.ok(session.state.kind !== 'idle');
    await session.open(session.state.project, { from: '2020-01-01', to: '2020-01-02' });
    assert.equal(note, undefined);
    assert.match(person.heard.at(-1) ?? '', /^The days shown end on 2020-01-02/);
  });

  it('of another project is not stopped by a notification of the one before', async () => {
    await using service = await startService({ keys: [key], size: 20, broken: false });
    const answer = Promise.withResolvers<string>();
    person.answer = async (text) => (text.includes('fa_cameJustNow') ? await answer.promise : undefined);
    const end = service.serveRaw(`[${cameJustNow}]`, { when: ({ query }) => 'startDate' in query });
    await watch(service);
    await until('it is told what came', () => person.heard.some((text) => text.includes('fa_cameJustNow')));
    end();
    await watch(service, key, 'b-1');
    answer.resolve('Stop Watching');
    await until('it is said', () => person.heard.some((text) => text.startsWith('Another project is shown')));
    assert.match(note ?? '', /^watching until/);
  });
});
