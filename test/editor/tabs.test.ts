import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { retryTabs } from '../../src/editor/document/tabs.ts';

const scheme = 'faceauth-test-failing';

/** One read-only file that can be read or not. */
class Failing implements vscode.FileSystemProvider {
  fails = true;
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(): vscode.FileStat {
    if (this.fails) throw vscode.FileSystemError.Unavailable('not now');
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: 2 };
  }

  readFile(): Uint8Array {
    return new TextEncoder().encode('{}');
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(): void {
    throw new Error('read-only');
  }

  writeFile(): void {
    throw new Error('read-only');
  }

  delete(): void {
    throw new Error('read-only');
  }

  rename(): void {
    throw new Error('read-only');
  }
}

/** Resolves when VS Code has the text of a document. */
async function opened(uri: vscode.Uri): Promise<void> {
  const has = (): boolean => vscode.workspace.textDocuments.some((one) => one.uri.toString() === uri.toString());
  while (!has()) {
    await new Promise<void>((resolve) => {
      const listener = vscode.workspace.onDidOpenTextDocument(() => {
        listener.dispose();
        resolve();
      });
    });
  }
}

describe('A tab whose document could not be read', () => {
  const files = new Failing();
  let registered: vscode.Disposable;

  before(() => {
    registered = vscode.workspace.registerFileSystemProvider(scheme, files, { isReadonly: true });
  });

  after(() => {
    registered.dispose();
  });

  beforeEach(() => {
    files.fails = true;
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('shows it as soon as it is read again, and stays the one tab that it was', async () => {
    const uri = vscode.Uri.from({ scheme, path: '/one.json' });
    await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
    files.fails = false;
    const text = opened(uri);
    await retryTabs(uri);
    await text;
    assert.deepEqual(
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label, isPreview }) => [label, isPreview])),
      [['one.json', false]],
    );
  });

  it('shows it in a diff too, under the title that it had', async () => {
    const [left, right] = ['/left.json', '/right.json'].map((path) => vscode.Uri.from({ scheme, path }));
    assert.ok(left !== undefined && right !== undefined);
    await vscode.commands.executeCommand('vscode.diff', left, right, 'left ↔ right');
    files.fails = false;
    const text = opened(right);
    await retryTabs(left);
    await text;
    assert.deepEqual(
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
      ['left ↔ right'],
    );
  });
});
