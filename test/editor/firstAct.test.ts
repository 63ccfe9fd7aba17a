import assert from 'node:assert/strict';
import type { CommandName } from '../../src/editor/commandNames.ts';
import { registerExports } from '../../src/editor/export/exportCommands.ts';
import { DocumentAddresses } from '../../src/editor/document/addresses.ts';
import { registerFiles } from '../../src/editor/files/openFile.ts';
import { registerList } from '../../src/editor/list/list.ts';
import { registerLookUp } from '../../src/editor/lookUp/lookUp.ts';
import { registerProjects } from '../../src/editor/project/projectCommands.ts';
import { LiveRecords } from '../../src/editor/record/liveRecords.ts';
import { TargetRecords } from '../../src/editor/record/targetRecords.ts';
import { startService, type Service } from '../service/service.ts';
import { nothingStored, openRooms, Person, type Rooms, type Stored } from './support/rooms.ts';
import { until } from './support/window.ts';

const key = 'key-0123456789';

describe('As the first thing that is done in a window with a project', () => {
  let service: Service;
  let stored: Stored;
  let rooms: Rooms;
  let person: Person;

  before(async () => {
    service = await startService({ keys: [key], size: 60, days: 3, broken: false });
    stored = nothingStored();
    const before = openRooms(undefined, stored);
    await before.core.store.add({ id: 'a-1', name: 'Production', address: service.baseUrl }, key);
    before.dispose();
  });

  after(async () => {
    await service.close();
  });

  beforeEach(() => {
    person = new Person();
    rooms = openRooms(undefined, stored);
    const { core } = rooms;
    const live = new LiveRecords(core);
    const found = new TargetRecords(core, new DocumentAddresses(core), live);
    for (const room of [
      () => live,
      registerList,
      registerProjects,
      registerFiles,
      () => registerLookUp(core, live),
      () => registerExports(core, found, () => undefined),
    ]) {
      rooms.open(room);
    }
  });

  afterEach(() => {
    person.restore();
    rooms.dispose();
  });

  /** What was said or asked, and the titles of the list and the box that were opened last and may still be open. */
  const words = (): readonly string[] => [...person.heard, person.list?.title ?? '', person.box?.title ?? ''];

  const testFirst = (command: CommandName, said: RegExp, requests = 0): void => {
    it(`${command} asks, or says what is missing, and the service hears ${requests === 0 ? 'nothing' : 'of the first page'}`, async () => {
      const before = service.requests.length;
      const done = rooms.run(command);
      await until(`${command} asks or says something`, () => words().some((text) => said.test(text)));
      person.list?.hide();
      person.box?.hide();
      await done;
      assert.equal(service.requests.length - before, requests);
    });
  };

  testFirst('faceauth.switchProject', /^Switch Project$/);
  testFirst('faceauth.replaceKey', /^Replace API Key of Production$/);
  testFirst('faceauth.removeProject', /^Remove Project$/);
  testFirst('faceauth.renameProject', /^Rename Project/);
  testFirst('faceauth.removeAllKeys', /^Remove all/);
  testFirst('faceauth.openFile', /^Open a File of Submissions$/);
  testFirst('faceauth.filterDates', /^Filter by Date$/);
  testFirst('faceauth.filterLoaded', /^Filter Loaded Submissions$/, 1);
  testFirst('faceauth.clearFilters', /^No filter is set/);
  testFirst('faceauth.groupBy', /^Group By$/);
  testFirst('faceauth.exportRange', /^Export Range/);
  testFirst('faceauth.copyFailure', /^There is no failure/);
  testFirst('faceauth.clearHistory', /history is empty/);

  it('faceauth.loadOlder loads the first page', async () => {
    const before = service.requests.length;
    await rooms.run('faceauth.loadOlder');
    const { state } = rooms.core.session;
    assert.equal(state.kind === 'idle' ? 0 : state.loaded.count, 60);
    assert.equal(service.requests.length - before, 1);
  });
});
