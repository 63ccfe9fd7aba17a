import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { keptSomewhere, offerPartial } from '../../src/editor/export/exportEnd.ts';
import { fileErrorText, isFileError } from '../../src/editor/export/fileErrors.ts';
import { isHeldInMemory, openTarget } from '../../src/editor/export/target.ts';
import { Person } from './support/rooms.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A file system that is on no disk, like those of virtual workspaces: it reads and writes whole files only. */
class Remote implements vscode.FileSystemProvider {
  readonly files = new Map<string, Uint8Array>();
  readonly written: string[] = [];
  /** What this file system refuses now. */
  readonly refused = new Set<'writeFile' | 'rename'>();
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const file = this.files.get(uri.path);
    if (file === undefined && uri.path !== '/') throw vscode.FileSystemError.FileNotFound(uri);
    const type = file === undefined ? vscode.FileType.Directory : vscode.FileType.File;
    return { type, ctime: 0, mtime: 0, size: file?.byteLength ?? 0 };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const file = this.files.get(uri.path);
    if (file === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    if (this.refused.has('writeFile')) throw vscode.FileSystemError.NoPermissions(uri);
    this.written.push(uri.path);
    this.files.set(uri.path, content);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    if (this.refused.has('rename')) throw vscode.FileSystemError.Unavailable(to);
    this.files.set(to.path, this.readFile(from));
    this.files.delete(from.path);
  }

  delete(uri: vscode.Uri): void {
    this.files.delete(uri.path);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(): void {
    // Its one directory is there.
  }
}

describe('An export to a place that is not on a disk', () => {
  const remote = new Remote();
  const uri = vscode.Uri.parse('faceauth-test-remote:/export.json');
  let registered: vscode.Disposable;

  before(() => {
    registered = vscode.workspace.registerFileSystemProvider('faceauth-test-remote', remote);
  });

  after(() => {
    registered.dispose();
  });

  beforeEach(() => {
    remote.files.clear();
    remote.written.length = 0;
    remote.refused.clear();
  });

  const textAt = (path: string): string | undefined => {
    const file = remote.files.get(path);
    return file && new TextDecoder().decode(file);
  };

  it('is known to be held in memory, one to a disk is not', () => {
    assert.equal(isHeldInMemory(uri), true);
    assert.equal(isHeldInMemory(vscode.Uri.file('/export.json')), false);
  });

  it('is written once it is complete, first beside its name', async () => {
    remote.files.set('/export.json', bytes('before'));
    const target = await openTarget(uri);
    await target.write(bytes('[1,'));
    await target.write(bytes('2]'));
    assert.equal(textAt('/export.json'), 'before');
    await target.complete();
    assert.equal(textAt('/export.json'), '[1,2]');
    assert.deepEqual(remote.written, ['/export.json.partial']);
    assert.deepEqual([...remote.files.keys()], ['/export.json']);
  });

  it('is kept under another name when it is not complete', async () => {
    const target = await openTarget(uri);
    await target.write(bytes('[1]'));
    assert.equal((await target.keep()).path, '/export.json.partial');
    assert.deepEqual([...remote.files.keys()], ['/export.json.partial']);
  });

  it('leaves nothing when it is given up', async () => {
    const target = await openTarget(uri);
    await target.write(bytes('[1]'));
    await target.discard();
    assert.equal(remote.files.size, 0);
  });

  it('leaves nothing when it is given up after it could not get its name', async () => {
    remote.refused.add('rename');
    const target = await openTarget(uri);
    await target.write(bytes('[1]'));
    await assert.rejects(target.complete());
    assert.equal(textAt('/export.json.partial'), '[1]');
    await target.discard();
    assert.equal(remote.files.size, 0);
  });

  it('gets its name when it is tried again, and is written once for that', async () => {
    remote.refused.add('rename');
    const target = await openTarget(uri);
    await target.write(bytes('[1]'));
    await assert.rejects(target.complete());
    remote.refused.clear();
    await target.complete();
    assert.equal(textAt('/export.json'), '[1]');
    assert.deepEqual(remote.written, ['/export.json.partial']);
    assert.deepEqual([...remote.files.keys()], ['/export.json']);
  });

  it('touches no part that was kept before', async () => {
    remote.files.set('/export.json.partial', bytes('before'));
    remote.files.set('/export.json.2.partial', bytes('before too'));
    const target = await openTarget(uri);
    await target.write(bytes('[1]'));
    assert.equal((await target.keep()).path, '/export.json.3.partial');
    assert.equal(textAt('/export.json.partial'), 'before');
    assert.equal(textAt('/export.json.2.partial'), 'before too');
  });

  it('is not begun where nothing may be written', async () => {
    const options = { isReadonly: true };
    const readOnly = vscode.workspace.registerFileSystemProvider('faceauth-test-readonly', remote, options);
    const place = vscode.Uri.parse('faceauth-test-readonly:/export.json');
    // Wait until the window knows the file system: only then is it known here.
    await vscode.workspace.fs.stat(place.with({ path: '/' }));
    const refusal = (error: unknown): boolean =>
      isFileError(error) && fileErrorText(error).endsWith('You may not write there: choose another place.');
    await assert.rejects(openTarget(place), refusal);
    readOnly.dispose();
  });

  describe('that cannot be kept beside its place', () => {
    const elsewhere = uri.with({ path: '/elsewhere.partial' });

    it('is kept at another place, as soon as one can be written', async () => {
      remote.refused.add('writeFile');
      const target = await openTarget(uri);
      await target.write(bytes('[1]'));
      const problems: string[] = [];
      const place = await keptSomewhere(target, async (problem) => {
        problems.push(problem);
        if (problems.length === 2) remote.refused.clear();
        return elsewhere;
      });
      assert.equal(place?.path, '/elsewhere.partial');
      assert.equal(textAt('/elsewhere.partial'), '[1]');
      assert.equal(problems.length, 2);
      assert.match(problems[0] ?? '', /You may not write there/);
    });

    it('is not lost by closing what asks about it', async () => {
      remote.refused.add('writeFile');
      const target = await openTarget(uri);
      await target.write(bytes('[1]'));
      const person = new Person();
      const places = [undefined, elsewhere];
      person.place = async () => {
        remote.refused.clear();
        return places.shift();
      };
      await offerPartial('Export Range', uri, target, 'The service is down.');
      person.restore();
      assert.equal(textAt('/elsewhere.partial'), '[1]');
      assert.deepEqual(places, []);
    });

    it('is kept nowhere when no other place is named', async () => {
      remote.refused.add('writeFile');
      const target = await openTarget(uri);
      await target.write(bytes('[1]'));
      assert.equal(await keptSomewhere(target, async () => undefined), undefined);
      assert.equal(remote.files.size, 0);
    });
  });
});

describe('What a file system says', () => {
  const said = (code: string): Error => Object.assign(new Error('no'), { code });

  it('is told apart from a fault of ours', () => {
    assert.ok(isFileError(said('ENOSPC')));
    assert.ok(isFileError(vscode.FileSystemError.Unavailable('gone')));
    for (const fault of [new TypeError('x is undefined'), said('ERR_INVALID_ARG_TYPE'), 'no', undefined]) {
      assert.ok(!isFileError(fault));
    }
  });

  for (const [code, advice] of [
    ['EBUSY', /^no\. It may be open in another program/],
    ['EPERM', /^no\. It may be open in another program/],
    ['EACCES', /^no\. It may be open in another program/],
    ['ENOSPC', /^no\. The disk is full: make room/],
    ['EIO', /^no\.$/],
  ] as const) {
    it(`is told with what helps (${code})`, () => {
      const error = said(code);
      assert.ok(isFileError(error));
      assert.match(fileErrorText(error), advice);
    });
  }
});
