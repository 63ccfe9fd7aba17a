import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { LiveRecords } from '../../src/editor/record/liveRecords.ts';
import { RecordPanel } from '../../src/editor/record/panel.ts';
import type { RecordToPage } from '../../src/protocol/record.ts';
import type { Project } from '../../src/session/state.ts';
import { demoProject } from '../../src/sources/demo.ts';
import { openPage, type TestPage } from './support/page.ts';
import { openRooms, Person, type Rooms } from './support/rooms.ts';
import { until } from './support/window.ts';

describe('Next and Previous in the panel of a record', () => {
  let rooms: Rooms;
  let person: Person;
  let page: TestPage<RecordToPage>;
  let opened: string[];
  let project: Project;

  beforeEach(async () => {
    person = new Person();
    rooms = openRooms();
    page = openPage();
    opened = [];
    const { core } = rooms;
    const text = ['fa_1', 'fa_2'].map((id) => `{"auth_id":"${id}","auth_status":"rejected"}`).join('\n');
    project = core.files.openText(text, 'capture.ndjson', 'in memory');
    await core.shown.open(project);
    const live = new LiveRecords(core);
    rooms.open(() => live);
    const state = { projectId: project.id, id: 'fa_2', showDeleted: false };
    const panel = new RecordPanel(page.panel, { state }, { core, live, openOther: ({ id }) => opened.push(id) });
    rooms.open(() => panel);
    await until('the record is shown', () => page.posted.some(({ kind }) => kind === 'record'));
  });

  afterEach(() => {
    person.restore();
    rooms.dispose();
  });

  const step = async (action: 'previous' | 'next'): Promise<void> => {
    page.say({ kind: 'run', action });
    await setImmediate();
  };

  const saidNothing = (): void => {
    assert.deepEqual([opened, person.heard], [[], []]);
  };

  it('lead to the neighbour in the list', async () => {
    await step('previous');
    assert.deepEqual(opened, ['fa_1']);
  });

  it('do nothing at the end of the list, which the button says already', async () => {
    await step('next');
    saidNothing();
  });

  it('do nothing where another project is shown, or none', async () => {
    for (const other of [demoProject, undefined]) {
      await rooms.core.shown.open(other);
      await step('previous');
      saidNothing();
    }
  });

  it('do nothing while nothing is loaded', async () => {
    rooms.core.session.choose(project);
    await step('previous');
    saidNothing();
  });

  it('say so where the row itself went', async () => {
    await rooms.core.session.arrange({ filter: { statuses: ['approved'] } });
    await step('previous');
    assert.deepEqual(opened, []);
    assert.match(person.heard.join(), /^The list was just changing/);
  });
});
