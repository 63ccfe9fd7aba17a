import assert from 'node:assert/strict';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { DocumentAddresses } from '../../src/editor/document/addresses.ts';
import type { Documents } from '../../src/editor/document/documents.ts';
import { registerExports } from '../../src/editor/export/exportCommands.ts';
import { LiveRecords } from '../../src/editor/record/liveRecords.ts';
import { registerRecords } from '../../src/editor/record/recordCommands.ts';
import { TargetRecords } from '../../src/editor/record/targetRecords.ts';
import { demoProject } from '../../src/sources/demo.ts';
import { startService, type Service } from '../service/service.ts';
import { everyRow } from '../unit/session/tree.ts';
import { openRooms, Person, type Rooms } from './support/rooms.ts';
import { until } from './support/window.ts';

const key = 'key-0123456789';

describe('A command that finds nothing to work on', () => {
  let service: Service;
  let rooms: Rooms;
  let person: Person;
  let live: LiveRecords;

  before(async () => {
    service = await startService({ keys: [key], size: 100, broken: false });
  });

  after(async () => {
    await service.close();
  });

  const project = () => ({ id: 'a-1', name: 'A', address: service.baseUrl });
  const idAt = (index: number): string => service.allIds()[index] ?? '';
  const last = (): string => person.heard.at(-1) ?? '';

  beforeEach(async () => {
    person = new Person();
    rooms = openRooms();
    const { core } = rooms;
    await core.store.add(project(), key);
    core.session.choose(project());
    const addresses = new DocumentAddresses(core);
    live = new LiveRecords(core);
    const found = new TargetRecords(core, addresses, live);
    rooms.open(() => live);
    rooms.open(() => registerRecords(core, { addresses } as Documents, live, found));
    rooms.open(() => registerExports(core, found, () => undefined));
    await vscode.env.clipboard.writeText('before');
  });

  afterEach(async () => {
    person.restore();
    rooms.dispose();
    await vscode.window.tabGroups.close(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs));
  });

  const perRecord = [
    'copyId',
    'copyCurl',
    'copyRedacted',
    'copySummary',
    'copyLink',
    'compareWith',
    'openRecord',
  ] as const;

  const testDocument = (what: string, name: string): void => {
    it(`says what it needs on the document ${what}`, async () => {
      const uri = vscode.Uri.parse(`faceauth:/FaceAuth submissions/a-1/${name}`);
      for (const command of perRecord) {
        person.heard.length = 0;
        await rooms.run(`faceauth.${command}`, uri);
        assert.match(last(), /^This needs a submission with an authId/, command);
      }
      assert.equal(await vscode.env.clipboard.readText(), 'before');
    });
  };
  testDocument('of a record without an id', 'loaded/0/record 3.json');
  testDocument('of which only an alias is left', 'id-e2q23zhawk2f.json');

  it('says so where nothing is selected', async () => {
    await rooms.run('faceauth.copyId', 'selection');
    assert.match(last(), /^This needs a submission with an authId/);
    await rooms.run('faceauth.exportSelection');
    assert.match(last(), /^This needs a submission with an authId/);
  });

  it('says that the project of an open record is gone', async () => {
    await rooms.core.store.remove(['a-1']);
    const commands = ['copyCurl', 'copyLink', 'copyRedacted', 'copySummary', 'compareWith', 'exportSelection'] as const;
    for (const name of commands) {
      person.heard.length = 0;
      await rooms.run(`faceauth.${name}`, { projectId: 'a-1', id: idAt(3) });
      assert.match(last(), /^This project is no longer in VS Code/, name);
    }
    assert.equal(await vscode.env.clipboard.readText(), 'before');
  });

  it('leads from the tab of a project that is gone to the same submission in another one', async () => {
    await rooms.core.store.remove(['a-1']);
    person.answer = async (text) =>
      await Promise.resolve(text.startsWith('This project is no longer') ? 'Look in Another Project…' : undefined);
    for (const name of ['copyCurl', 'copyLink', 'copySummary', 'compareWith', 'revealInTree'] as const) {
      person.heard.length = 0;
      await rooms.run(`faceauth.${name}`, { projectId: 'a-1', id: idAt(3) });
      await until(`another project can be chosen after ${name}`, () => last() === 'Look in Another Project');
    }
  });

  it('leads to the other projects also where this one has no such submission', async () => {
    person.answer = async (text) =>
      await Promise.resolve(text.startsWith('The project “A” has no') ? 'Look in Another Project…' : undefined);
    await rooms.run('faceauth.copySummary', { projectId: 'a-1', id: 'fa_none' });
    await until('another project can be chosen', () => last() === 'Look in Another Project');
  });

  it('asks nothing of the project that is shown about a submission of another one', async () => {
    const { session } = rooms.core;
    session.choose(demoProject);
    await rooms.run('faceauth.revealInTree', { projectId: 'a-1', id: idAt(3) });
    assert.match(last(), /^The project of this submission is not shown\. Switch to it first\./);
    assert.ok(session.state.kind === 'ready' && session.state.unread);
  });

  it('takes a submission once that is selected in two rows', async () => {
    await rooms.core.shown.open(project());
    const { session } = rooms.core;
    const submission = session.records.loaded(project(), idAt(3)) ?? assert.fail('it is not loaded');
    session.records.showLookedUp(project(), submission);
    const rows = everyRow(session.state).filter((row) => row.kind === 'submission' && row.submission.id === idAt(3));
    assert.equal(rows.length, 2);
    await rooms.run('faceauth.copyId', rows[0], rows);
    assert.equal(await vscode.env.clipboard.readText(), idAt(3));
  });

  it('needs neither service nor project for what is open in a tab', async () => {
    const followed = live.follow({ projectId: 'a-1', id: idAt(3) }, () => undefined);
    await followed.record.read();
    const before = service.requests.length;
    rooms.core.session.choose(undefined);
    await rooms.run('faceauth.copyRedacted', { projectId: 'a-1', id: idAt(3) });
    await rooms.core.store.remove(['a-1']);
    await rooms.run('faceauth.copySummary', { projectId: 'a-1', id: idAt(3) });
    // Markdown has a backslash before an underscore.
    assert.ok((await vscode.env.clipboard.readText()).replaceAll('\\', '').includes(idAt(3)));
    assert.equal(service.requests.length, before);
    followed.dispose();
  });

  it('does what it was to do once trying again has found it', async () => {
    const end = service.serveRaw('{"an":"answer"}');
    person.answer = async () => {
      end();
      return await Promise.resolve('Try Again');
    };
    await rooms.run('faceauth.copyRedacted', { projectId: 'a-1', id: idAt(3) });
    let copied = '';
    await until('it is copied', () => {
      void vscode.env.clipboard.readText().then((text) => {
        copied = text;
      });
      return copied.includes('auth_id');
    });
    assert.equal(person.heard.length, 1);
  });

  it('reads all of a file that was not there, once that is tried again', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'faceauth-later-'));
    const uri = vscode.Uri.file(join(folder.path, 'later.ndjson'));
    rooms.core.session.choose(rooms.core.files.open(uri));
    person.answer = async () => {
      const lines = Array.from({ length: 3000 }, (_, index) => `{"auth_id":"fa_${index}","auth_status":"approved"}\n`);
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(lines.join('')));
      return 'Try Again';
    };
    await rooms.run('faceauth.exportPage');
    await until('all is read', () => {
      const { state } = rooms.core.session;
      return state.kind === 'ready' && state.loaded.count === 3000;
    });
  });

  it('says that two submissions can be compared, or one', async () => {
    const three = [0, 1, 2].map((index) => ({ projectId: 'a-1', id: idAt(index) }));
    await rooms.run('faceauth.compareWith', three[0], three);
    assert.match(last(), /two submissions/);
  });
});
