import assert from 'node:assert/strict';
import { mkdtempDisposable, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import * as vscode from 'vscode';
import { DocumentAddresses } from '../../src/editor/document/addresses.ts';
import { registerExports } from '../../src/editor/export/exportCommands.ts';
import { LiveRecords } from '../../src/editor/record/liveRecords.ts';
import { TargetRecords } from '../../src/editor/record/targetRecords.ts';
import { demoProject } from '../../src/sources/demo.ts';
import { startService } from '../service/service.ts';
import { everyRow } from '../unit/session/tree.ts';
import { replaced } from './support/replaced.ts';
import { openRooms, Person, type Rooms } from './support/rooms.ts';
import { until } from './support/window.ts';

describe('An export of a project', () => {
  const key = 'key-0123456789';
  let person: Person;
  let rooms: Rooms;

  beforeEach(() => {
    person = new Person();
    rooms = openRooms();
    const { core } = rooms;
    const live = new LiveRecords(core);
    rooms.open(() => live);
    const found = new TargetRecords(core, new DocumentAddresses(core), live);
    rooms.open(() => registerExports(core, found, () => undefined));
  });

  afterEach(() => {
    person.restore();
    rooms.dispose();
  });

  it('says of the attempts of a KYC submission, too, that the service may have more', async () => {
    await using service = await startService({ keys: [key], size: 1000, broken: false });
    const project = { id: 'a-1', name: 'A', address: service.baseUrl };
    const { store, shown, session } = rooms.core;
    await store.add(project, key);
    await shown.open(project);
    await session.arrange({ grouping: 'kyc' });
    const row = everyRow(session.state).find(({ kind }) => kind === 'attempts');
    assert.ok(row !== undefined);
    const exported = rooms.run('faceauth.exportSelection', row);
    await until('the list is open', () => person.list !== undefined);
    assert.match(person.list?.placeholder ?? '', /Only what is loaded is written/);
    person.list?.hide();
    await exported;
  });

  it('is named redacted where it is a page in screen-share mode, which leaves no choice', async () => {
    const { core } = rooms;
    await core.shown.open(demoProject);
    await core.screenShare.toggle();
    const asked: string[] = [];
    using _ = replaced(vscode.window, 'showSaveDialog', async (options: vscode.SaveDialogOptions) => {
      asked.push(options.title ?? '', basename(options.defaultUri?.path ?? ''));
      return await Promise.resolve(undefined);
    });
    await rooms.run('faceauth.exportPage');
    await core.screenShare.toggle();
    await rooms.run('faceauth.exportPage');
    assert.deepEqual(asked, [
      'Export Page to JSON, Redacted',
      'faceauth-page-1-redacted.json',
      'Export Page to JSON',
      'faceauth-page-1.json',
    ]);
  });

  it('writes nothing where that was removed while the place was chosen', async () => {
    await using service = await startService({ keys: [key], size: 100, broken: false });
    const project = { id: 'a-1', name: 'A', address: service.baseUrl };
    const { store, session } = rooms.core;
    await store.add(project, key);
    session.choose(project);
    await using folder = await mkdtempDisposable(join(tmpdir(), 'faceauth-gone-'));
    person.place = async () => {
      await store.remove(['a-1']);
      return vscode.Uri.file(join(folder.path, 'all.json'));
    };
    const exported = rooms.run('faceauth.exportRange');
    await person.accept();
    await person.accept();
    await person.accept();
    await exported;
    assert.match(person.heard.at(-1) ?? '', /^This project is no longer in VS Code/);
    assert.deepEqual(await readdir(folder.path), []);
  });
});
