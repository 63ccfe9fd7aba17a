import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { DocumentAddresses } from '../../src/editor/document/addresses.ts';
import { registerExports } from '../../src/editor/export/exportCommands.ts';
import { runAction } from '../../src/editor/insights/runAction.ts';
import { registerFilters } from '../../src/editor/list/filterCommands.ts';
import { registerLookUp } from '../../src/editor/lookUp/lookUp.ts';
import { LiveRecords } from '../../src/editor/record/liveRecords.ts';
import { TargetRecords } from '../../src/editor/record/targetRecords.ts';
import type { Project } from '../../src/session/state.ts';
import { demoProject } from '../../src/sources/demo.ts';
import { openRooms, Person, type Rooms } from './support/rooms.ts';
import { until } from './support/window.ts';

const manyIds = { text: Array.from({ length: 21 }, (_, index) => `authId=fa_${index}`).join('\n') };

describe('What is said to go to a service', () => {
  let rooms: Rooms;
  let person: Person;

  beforeEach(() => {
    person = new Person();
    rooms = openRooms();
    const { core } = rooms;
    const live = new LiveRecords(core);
    const found = new TargetRecords(core, new DocumentAddresses(core), live);
    rooms.open(() => live);
    rooms.open(registerFilters);
    rooms.open(() => registerLookUp(core, live));
    rooms.open(() => registerExports(core, found, () => undefined));
  });

  afterEach(async () => {
    person.restore();
    rooms.dispose();
    await vscode.window.tabGroups.close(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs));
  });

  const file = (): Project => rooms.core.files.openText('{"auth_id":"fa_1"}', 'capture.json', 'in memory');
  const production = async (): Promise<Project> => {
    const project = { id: 'a-1', name: 'A', address: 'http://127.0.0.1:1/v3' };
    await rooms.core.store.add(project, 'key-0123456789');
    return project;
  };

  /** The placeholder of the list that this opens. */
  const hint = async (opens: () => Promise<void>): Promise<string | undefined> => {
    const done = opens();
    await until('a list is open', () => person.list !== undefined);
    const text = person.list?.placeholder;
    person.list?.hide();
    person.list = undefined;
    await done;
    return text;
  };

  /** What stands in the lists of days, for the list, for Insights and for an export. */
  const hints = async (): Promise<readonly (string | undefined)[]> => [
    await hint(async () => await rooms.run('faceauth.filterDates')),
    await hint(async () => await runAction('fetchRange', rooms.core)),
    await hint(async () => await rooms.run('faceauth.exportRange')),
  ];

  it('is nothing where days of the demo or of a file are chosen', async () => {
    rooms.core.session.choose(demoProject);
    assert.deepEqual(await hints(), ['Days in UTC.', 'Days in UTC.', 'Days in UTC.']);
    rooms.core.session.choose(file());
    assert.deepEqual(await hints(), ['Days in UTC.', 'Days in UTC.', 'Days in UTC. The file is read once more.']);
  });

  it('is nothing where many ids are looked up there, which needs no leave', async () => {
    for (const project of [demoProject, file()]) {
      rooms.core.session.choose(project);
      await rooms.run('faceauth.lookup', manyIds);
    }
    assert.ok(!person.heard.some((text) => text.startsWith('Look up')));
  });

  it('is told in a project that has one', async () => {
    rooms.core.session.choose(await production());
    const [list, insights, exported] = await hints();
    assert.match(list ?? '', /^Days in UTC, sent to the service\./);
    assert.equal(insights, list);
    assert.match(exported ?? '', /asked of the service\.$/);
    await rooms.run('faceauth.lookup', manyIds);
    assert.deepEqual(person.heard, ['Look up 21 ids? Each takes a request to the service.']);
  });
});
