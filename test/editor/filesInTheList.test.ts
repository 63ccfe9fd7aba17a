import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { registerFiles } from '../../src/editor/files/openFile.ts';
import { registerLoading } from '../../src/editor/list/loadingCommands.ts';
import { demoProject } from '../../src/sources/demo.ts';
import { openRooms, Person, type Rooms } from './support/rooms.ts';
import { until } from './support/window.ts';

const folder = mkdtempSync(join(tmpdir(), 'faceauth-files-'));
const record = (id: string): object => ({ auth_id: id, auth_status: 'rejected' });
const ndjson = ['fa_1', 'fa_2'].map((id) => `${JSON.stringify(record(id))}\n`).join('');

function written(name: string, content: string): vscode.Uri {
  const path = join(folder, name);
  writeFileSync(path, content);
  return vscode.Uri.file(path);
}

describe('A file in the list', () => {
  let rooms: Rooms;
  let person: Person;

  beforeEach(() => {
    person = new Person();
    rooms = openRooms();
    rooms.open(registerFiles);
    rooms.open(registerLoading);
  });

  afterEach(() => {
    person.restore();
    rooms.dispose();
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const state = () => (rooms.core.session.state.kind === 'idle' ? assert.fail() : rooms.core.session.state);

  it('is none where the tab of a submission, or of a panel, is dropped', async () => {
    const { core } = rooms;
    core.session.choose(demoProject);
    for (const address of ['faceauth:/FaceAuth submissions/demo/fa_1.json', 'webview-panel:webview-panel/one']) {
      person.heard.length = 0;
      await rooms.run('faceauth.openFile', vscode.Uri.parse(address));
      assert.match(person.heard.at(-1) ?? '', /^This is not a file, so it was not opened\./, address);
      assert.equal(core.shown.current?.id, demoProject.id);
    }
    assert.deepEqual(core.files.all(), []);
  });

  it('may be an untitled document whose tab is dropped', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: ndjson });
    await rooms.run('faceauth.openFile', document.uri, [document.uri]);
    assert.equal(rooms.core.shown.current?.name, document.uri.path);
    assert.equal(state().loaded.count, 2);
  });

  it('that broke is read again by Load All Submissions', async () => {
    const uri = written('cut off.json', `[${JSON.stringify(record('fa_1'))},{"auth`);
    await rooms.run('faceauth.openFile', uri);
    assert.equal(state().kind, 'failed');
    written('cut off.json', JSON.stringify(['fa_1', 'fa_2'].map(record)));
    await rooms.run('faceauth.loadAll');
    assert.deepEqual([state().kind, state().loaded.count], ['ready', 2]);
  });

  it('that has changed is read again also where another project is shown by then', async () => {
    const changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
    const watched = Promise.withResolvers<undefined>();
    const texts = [ndjson];
    const bytes = (): Uint8Array => new TextEncoder().encode(texts.join(''));
    const provider = vscode.workspace.registerFileSystemProvider('faceauthgrowing', {
      onDidChangeFile: changes.event,
      watch: () => {
        watched.resolve(undefined);
        return new vscode.Disposable(() => undefined);
      },
      stat: () => ({ type: vscode.FileType.File, ctime: 0, mtime: texts.length, size: bytes().length }),
      readFile: bytes,
      readDirectory: () => [],
      createDirectory: () => undefined,
      writeFile: () => undefined,
      delete: () => undefined,
      rename: () => undefined,
    });
    person.answer = async (text) => {
      if (!text.endsWith('has changed on disk.')) return undefined;
      rooms.core.session.choose(demoProject);
      return await Promise.resolve('Read Again');
    };
    const uri = vscode.Uri.parse('faceauthgrowing:/growing.ndjson');
    await rooms.run('faceauth.openFile', uri);
    const { id } = state().project;
    await watched.promise;
    texts.push(`${JSON.stringify(record('fa_3'))}\n`);
    changes.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    await until('it is told', () => person.heard.length > 0);
    await until('it is read again', () => state().project.id === id && state().loaded.count === 3);
    provider.dispose();
  });
});
