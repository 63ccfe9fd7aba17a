import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as vscode from 'vscode';
import { FileProjects } from '../../src/editor/files/fileProjects.ts';
import { SharedState } from '../unit/editor/project/sharedState.ts';

const folder = mkdtempSync(join(tmpdir(), 'faceauth-files-'));
const record = (id: string): object => ({ auth_id: id, auth_status: 'rejected', create_time: '2026-03-01T10:00:00Z' });
const ndjson = ['fa_1', 'fa_2'].map((id) => `${JSON.stringify(record(id))}\n`).join('');

// The same id as the extension gives the file. It stands in the addresses of the file's documents.
const projectIdOf = (uri: vscode.Uri): string => new FileProjects(new SharedState().window()).open(uri).id;

const textOf = async (projectId: string, id: string): Promise<string> => {
  const uri = vscode.Uri.from({ scheme: 'faceauth', path: `/FaceAuth submissions/${projectId}/${id}.json` });
  return (await vscode.workspace.openTextDocument(uri)).getText();
};

const jsonOf = async (projectId: string, id: string): Promise<unknown> => {
  const value: unknown = JSON.parse(await textOf(projectId, id));
  return value;
};

function written(name: string, content: string | Uint8Array): vscode.Uri {
  const path = join(folder, name);
  writeFileSync(path, content);
  return vscode.Uri.file(path);
}

/** What Copy Failure Details copies. */
async function failureDetails(): Promise<string> {
  await vscode.env.clipboard.writeText('');
  await vscode.commands.executeCommand('faceauth.copyFailure');
  return await vscode.env.clipboard.readText();
}

let shown = '';

async function open(uri: vscode.Uri): Promise<void> {
  shown = projectIdOf(uri);
  await vscode.commands.executeCommand('faceauth.openFile', uri);
}

describe('A file in a real VS Code', () => {
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('opens with its submissions, as lines, packed and as an answer with its headers', async () => {
    for (const [name, content] of [
      ['lines.ndjson', ndjson],
      ['lines.ndjson.gz', gzipSync(ndjson)],
      [
        'curl {1}.txt',
        `HTTP/2 200\r\ncontent-type: application/json\r\n\r\n[{"data":[${ndjson.trim().replace('\n', ',')}]}]`,
      ],
    ] as const) {
      const uri = written(name, content);
      await open(uri);
      assert.deepEqual(await jsonOf(projectIdOf(uri), 'fa_2'), record('fa_2'), name);
    }
  });

  it('opens from any file system', async () => {
    const files = new Map([['/capture.json', new TextEncoder().encode(JSON.stringify([record('fa_7')]))]]);
    const none = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
    const refuse = (uri: vscode.Uri): never => {
      throw vscode.FileSystemError.NoPermissions(uri);
    };
    const bytesAt = ({ path }: vscode.Uri): Uint8Array => {
      const bytes = files.get(path);
      if (path === '/secret.json') throw vscode.FileSystemError.NoPermissions();
      if (bytes === undefined) throw vscode.FileSystemError.FileNotFound();
      return bytes;
    };
    const provider = vscode.workspace.registerFileSystemProvider('faceauthtest', {
      onDidChangeFile: none.event,
      watch: () => new vscode.Disposable(() => undefined),
      stat: (uri) => ({
        type: vscode.FileType.File,
        ctime: 0,
        mtime: 0,
        size: uri.path === '/huge.json' ? 2_147_483_648 : bytesAt(uri).length,
      }),
      readFile: bytesAt,
      readDirectory: () => [],
      createDirectory: refuse,
      writeFile: refuse,
      delete: refuse,
      rename: refuse,
    });
    try {
      const at = (path: string): vscode.Uri => vscode.Uri.from({ scheme: 'faceauthtest', path });
      await open(at('/capture.json'));
      assert.deepEqual(await jsonOf(shown, 'fa_7'), record('fa_7'));
      await open(at('/gone.json'));
      assert.match(await failureDetails(), /^The file gone\.json is not there\./);
      await open(at('/secret.json'));
      assert.match(await failureDetails(), /^There is no permission to read the file secret\.json\./);
      await open(at('/huge.json'));
      assert.match(await failureDetails(), /^The file huge\.json is too large: 2147 MB; at most 537 MB\./);
    } finally {
      provider.dispose();
    }
  });

  it('says what it is where it holds no submissions', async () => {
    for (const [name, content, words] of [
      ['picture.json', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), /^The file picture\.json is of the type PNG/],
      ['empty.ndjson', '', /^The file empty\.ndjson is empty\./],
      [
        'package.json',
        '{"name":"x"}',
        /^The file package\.json is JSON, but holds no submissions: it begins with the fields name\./,
      ],
      [
        'cut.json',
        '[{"auth_id":"fa_1"},{"auth',
        /^The file cut\.json is cut off: its JSON ends too early, at line 1, column 27\./,
      ],
    ] as const) {
      await open(written(name, content));
      assert.match(await failureDetails(), words);
    }
    await open(vscode.Uri.file(folder));
    assert.match(await failureDetails(), / is a folder\./);
  });

  it('keeps its address for the next window, and nothing else', async () => {
    const state = new SharedState().window();
    const files = new FileProjects(state);
    const uris = Array.from({ length: 25 }, (_, index) => vscode.Uri.file(`/captures/${index} {a}.json`));
    for (const uri of uris) {
      await files.keep(files.open(uri).id);
    }
    files.openText(ndjson, 'Untitled-1', 'in memory');
    assert.deepEqual(
      state.keys().map((key) => [key, state.get(key)]),
      [['faceauth.files', uris.slice(5).toReversed().map(String)]],
    );
    const next = new FileProjects(state);
    assert.deepEqual(
      next
        .all()
        .map(({ name }) => name)
        .slice(0, 2),
      ['24 {a}.json', '23 {a}.json'],
    );
    await next.forget(next.all()[0]?.id ?? '');
    assert.equal(next.all().length, 19);
    await next.forgetAll();
    assert.deepEqual(state.get('faceauth.files'), undefined);
  });

  it('that is redacted has its aliases for ids, also as documents', async () => {
    const id = 'id-abcdefghjkmn';
    await open(written('redacted.json', JSON.stringify([{ data: [record(id)] }])));
    assert.deepEqual(await jsonOf(shown, id), record(id));
  });

  it('may be the text of a document that no file system has, such as an answer that another extension shows', async () => {
    const content = vscode.workspace.registerTextDocumentContentProvider('answer-of-test', {
      provideTextDocumentContent: () => ndjson,
    });
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('answer-of-test:/answer.ndjson'));
    await vscode.commands.executeCommand('faceauth.inspectDocument', document.uri);
    const { id } = new FileProjects(new SharedState().window()).openText(ndjson, 'answer.ndjson', '');
    assert.deepEqual(await jsonOf(id, 'fa_1'), record('fa_1'));
    content.dispose();
  });

  it('is in no file system where it is an output or was never saved', () => {
    const { fs } = vscode.workspace;
    assert.deepEqual(
      ['output', 'untitled', 'file'].map((scheme) => fs.isWritableFileSystem(scheme)),
      [undefined, undefined, true],
    );
  });

  it('is read as a file where the document is one that was saved', async () => {
    const uri = written('saved.ndjson', ndjson);
    await vscode.workspace.openTextDocument(uri);
    await vscode.commands.executeCommand('faceauth.inspectDocument', uri);
    assert.deepEqual(await jsonOf(projectIdOf(uri), 'fa_1'), record('fa_1'));
  });

  it('may be an untitled document, or what is selected in one', async () => {
    const content = `$ curl …\n${ndjson}`;
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
    const editor = await vscode.window.showTextDocument(document);
    const name = document.uri.path;
    const projects = new FileProjects(new SharedState().window());
    await vscode.commands.executeCommand('faceauth.inspectDocument');
    assert.deepEqual(await jsonOf(projects.openText(content, name, '').id, 'fa_1'), record('fa_1'));
    await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(2, 0, 3, 0);
    await vscode.commands.executeCommand('faceauth.inspectDocument', document.uri);
    const { id } = projects.openText(document.getText(editor.selection), `Selection in ${name}`, '');
    assert.deepEqual(await jsonOf(id, 'fa_2'), record('fa_2'));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    assert.match(await textOf(id, 'fa_1'), /no submission of this id/);
  });
});
