import assert from 'node:assert/strict';
import { registerFilters } from '../../src/editor/list/filterCommands.ts';
import { registerProjects } from '../../src/editor/project/projectCommands.ts';
import { isEmpty } from '../../src/submissions/model/filter.ts';
import { startService, type Service } from '../service/service.ts';
import { openRooms, Person, type Rooms } from './support/rooms.ts';
import { until } from './support/window.ts';

const key = 'Zk3mQ9xV2bN8cL5pR7tY1uW4';
const newKey = 'Hj6dF0sG4aP9oI2eU8yT3rW5';

describe('An API key that is pasted into the wrong box', () => {
  let service: Service;
  let rooms: Rooms;
  let person: Person;

  before(async () => {
    service = await startService({ keys: [key], size: 20, broken: false });
  });

  after(async () => {
    await service.close();
  });

  beforeEach(async () => {
    person = new Person();
    rooms = openRooms(service.baseUrl);
    rooms.open(registerProjects);
    rooms.open(registerFilters);
  });

  afterEach(() => {
    person.restore();
    rooms.dispose();
  });

  const last = (): string => person.heard.at(-1) ?? '';

  it('becomes no name of a new project', async () => {
    const added = rooms.run('faceauth.addProject');
    await person.enter(key);
    await person.enter(key);
    await person.enter('Production');
    await person.enter(key);
    await added;
    assert.deepEqual(
      rooms.core.store.all().map(({ name }) => name),
      ['Production'],
    );
    assert.match(person.heard[0] ?? '', /^This name or its address holds an API key/);
    assert.ok(person.heard.every((text) => !text.includes(key)));
  });

  it('becomes no other name of one, and no filter', async () => {
    const project = { id: 'a-1', name: 'A', address: service.baseUrl };
    await rooms.core.store.add(project, key);
    await rooms.core.shown.open(project);
    const renamed = rooms.run('faceauth.renameProject');
    await person.enter(`my ${key}`);
    await renamed;
    assert.equal(rooms.core.shown.current?.name, 'A');
    assert.match(last(), /^This name or its address holds an API key/);
    person.answer = async (asked) =>
      await Promise.resolve(
        asked === 'Filter Loaded Submissions' ? 'Id contains…' : asked.startsWith('A part') ? key : undefined,
      );
    await rooms.run('faceauth.filterLoaded');
    assert.ok(isEmpty(rooms.core.session.arrangement.filter));
    assert.match(last(), /^This is an API key/);
  });
});

describe('A key that was stored untested', () => {
  it('is told of once the service says that it is that of another project', async () => {
    await using service = await startService({ keys: [key, newKey], size: 20, broken: false });
    const person = new Person();
    const rooms = openRooms();
    rooms.open(registerProjects);
    try {
      const project = { id: 'a-1', name: 'A', address: service.baseUrl };
      await rooms.core.store.add(project, key, 'what the service called it before');
      const end = service.serveRaw('{"not":"a list"}');
      person.answer = async (asked) =>
        await Promise.resolve(asked.startsWith('The key could') ? 'Store Anyway' : undefined);
      const replaced = rooms.run('faceauth.replaceKey', { projectId: 'a-1' });
      await person.enter(newKey);
      await replaced;
      end();
      await rooms.core.shown.open(project);
      await until('it is told', () =>
        person.heard.some((text) => text.startsWith('The key of “A” was stored untested')),
      );
    } finally {
      person.restore();
      rooms.dispose();
    }
  });
});
