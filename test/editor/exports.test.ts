import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { isHeldInMemory, openTarget } from '../../src/editor/export/target.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A file system that no disk has, as those of virtual workspaces are: whole files, and nothing else. */
class Remote implements vscode.FileSystemProvider {
  readonly files = new Map<string, Uint8Array>();
  readonly written: string[] = [];
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

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.written.push(uri.path);
    this.files.set(uri.path, content);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
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
});
