import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { success } from '../../src/api/failure.ts';
import { DocumentAddresses } from '../../src/editor/document/addresses.ts';
import type { Documents } from '../../src/editor/document/documents.ts';
import { LookUps } from '../../src/editor/lookUp/lookUps.ts';
import { LiveRecords } from '../../src/editor/record/liveRecords.ts';
import { registerRecords } from '../../src/editor/record/recordCommands.ts';
import { TargetRecords } from '../../src/editor/record/targetRecords.ts';
import { toPage } from '../../src/editor/record/toPage.ts';
import type { Project } from '../../src/session/state.ts';
import { openDetail } from '../../src/submissions/store/openDetail.ts';
import { openRooms, Person, type Rooms } from './support/rooms.ts';

const record = { auth_id: 'fa_CANARY1', auth_status: 'rejected', create_time: '2027-01-15T11:00:00.000Z' };

describe('The name of a file that holds an id, while the screen is shared,', () => {
  let rooms: Rooms;
  let person: Person;
  let live: LiveRecords;
  let project: Project;

  beforeEach(async () => {
    person = new Person();
    rooms = openRooms();
    const { core } = rooms;
    live = new LiveRecords(core);
    rooms.open(() => live);
    const addresses = new DocumentAddresses(core);
    const found = new TargetRecords(core, addresses, live);
    rooms.open(() => registerRecords(core, { addresses } as Documents, live, found));
    project = core.files.openText(JSON.stringify(record), 'case fa_CANARY1.json', 'in memory');
    await core.shown.open(project);
    await core.screenShare.toggle();
  });

  afterEach(async () => {
    person.restore();
    rooms.dispose();
    await vscode.window.tabGroups.close(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs));
  });

  const state = (id: string) => ({ projectId: project.id, id, showDeleted: false });

  const assertMasked = (text: string): void => {
    assert.match(text, /case id-[a-z2-9]+\.json/);
    assert.doesNotMatch(text, /CANARY/);
  };

  it('has an alias in the record panel', async () => {
    const submission = rooms.core.session.records.known(project, 'fa_CANARY1');
    assert.ok(submission);
    const page = toPage(state('fa_CANARY1'), success(await openDetail(submission)), rooms.core);
    assert.ok(page.kind === 'record');
    assertMasked(JSON.stringify(page.view));
  });

  it('has an alias in the panel of a record that there is not', () => {
    const page = toPage(state('fa_2'), success(undefined), rooms.core);
    assert.ok(page.kind === 'notFound');
    assertMasked(JSON.stringify(page.notice));
  });

  it('has an alias in the summary that is copied', async () => {
    await rooms.run('faceauth.copySummary', { projectId: project.id, id: 'fa_CANARY1' });
    assertMasked((await vscode.env.clipboard.readText()).replaceAll('\\', ''));
  });

  it('has an alias where it is said that the file has no submission of an id', async () => {
    await rooms.run('faceauth.copySummary', { projectId: project.id, id: 'fa_2' });
    assertMasked(person.heard.join());
  });

  it('has an alias where it is said that the file has none of several ids', async () => {
    const lookUps = new LookUps(rooms.core, live);
    rooms.open(() => lookUps);
    await lookUps.run(project, ['fa_CANARY1', 'fa_2']);
    assertMasked(person.heard.join());
  });
});
