import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandNames } from '../../src/editor/commandNames.ts';
import { demoRecords } from '../../src/demo/records.ts';
import { demoOptions } from '../../src/sources/demo.ts';

const extension = vscode.extensions.getExtension('faceauth.faceauth-inspector');
const records = demoRecords(demoOptions(Date.now()));

const uriOf = (id: string, project = 'demo'): vscode.Uri =>
  vscode.Uri.parse(`faceauth:/FaceAuth submissions/${project}/${id}.json`);

const referenceTo = (id: string) => ({ projectId: 'demo', id });

/** Resolves when this happens. */
async function once<T>(event: vscode.Event<T>): Promise<void> {
  await new Promise<void>((resolve) => {
    const listener = event(() => {
      listener.dispose();
      resolve();
    });
  });
}

/** Resolves when the tab in front has this name. */
async function tabNamed(label: string): Promise<void> {
  while (vscode.window.tabGroups.activeTabGroup.activeTab?.label !== label) {
    await new Promise<void>((resolve) => {
      const listener = vscode.window.tabGroups.onDidChangeTabs(() => {
        listener.dispose();
        resolve();
      });
    });
  }
}

/** Resolves when a tab of this kind is in front. */
async function tabInFront<T>(kind: abstract new (...given: never[]) => T): Promise<T> {
  const input = (): unknown => vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  while (!(input() instanceof kind)) {
    await new Promise<void>((resolve) => {
      const listener = vscode.window.tabGroups.onDidChangeTabs(() => {
        listener.dispose();
        resolve();
      });
    });
  }
  const found = input();
  assert.ok(found instanceof kind);
  return found;
}

describe('The extension in a real VS Code', () => {
  before(async () => {
    assert.equal(extension?.isActive, false, 'nothing of it ran before it was used');
    await vscode.commands.executeCommand('faceauth.openDemo');
  });

  afterEach(async () => {
    // The command that closes all editors leaves pinned ones.
    await vscode.window.tabGroups.close(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs));
  });

  it('has a command for every name that it declares', async () => {
    const all = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      commandNames.filter((name) => !all.has(name)),
      [],
    );
  });

  it('opens a submission as JSON, with the folding and outline of JSON', async () => {
    const id = records.id(3);
    const document = await vscode.workspace.openTextDocument(uriOf(id));
    assert.equal(document.languageId, 'faceauth-submission');
    assert.deepEqual(JSON.parse(document.getText()), records.record(3));
  });

  it('has an outline of a submission', async () => {
    const uri = uriOf(records.id(3));
    await vscode.workspace.openTextDocument(uri);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    assert.deepEqual(
      symbols.map(({ name }) => name),
      Object.keys(records.record(3) ?? {}),
    );
    assert.ok(symbols.some(({ name, children }) => name === 'policy' && children.length > 2));
  });

  it('opens a tab of version 0.1.0 again, under the address that keeps its language', async () => {
    const id = records.id(3);
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(`faceauth:/demo/${id}.json`));
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(`faceauth:/demo/${id}.json`));
    const isThere = (): boolean =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .every(
          ({ input }) => input instanceof vscode.TabInputText && input.uri.path.startsWith('/FaceAuth submissions/'),
        );
    while (!isThere()) await once(vscode.window.tabGroups.onDidChangeTabs);
    assert.equal(vscode.window.activeTextEditor?.document.languageId ?? 'faceauth-submission', 'faceauth-submission');
  });

  it('opens a submission that is on no loaded page, by its address alone', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf(records.id(4321)));
    assert.deepEqual(JSON.parse(document.getText()), records.record(4321));
  });

  it('lets nobody write into the documents', async () => {
    const uri = uriOf(records.id(3));
    assert.equal(vscode.workspace.fs.isWritableFileSystem('faceauth'), false);
    await assert.rejects(async () => {
      await vscode.workspace.fs.writeFile(uri, new Uint8Array());
    });
  });

  it('looks up the id in the selected line of a text', async () => {
    const editor = await vscode.window.showTextDocument(uriOf(records.id(4000)));
    const line = editor.document
      .getText()
      .split('\n')
      .findIndex((text) => text.includes('"auth_id"'));
    editor.selection = new vscode.Selection(line, 0, line + 1, 0);
    await vscode.commands.executeCommand('faceauth.lookup', editor.document.uri);
    const panel = await tabInFront(vscode.TabInputWebview);
    assert.match(panel.viewType, /faceauth\.record$/);
    assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab?.label, records.id(4000));
  });

  it('shows two submissions in one diff, the older one left in whatever order they were chosen', async () => {
    const [newer, older] = [records.id(1), records.id(2)].map(referenceTo);
    assert.ok(newer !== undefined && older !== undefined);
    for (const chosen of [
      [newer, older],
      [older, newer],
    ]) {
      void vscode.commands.executeCommand('faceauth.compareSelected', chosen[0], chosen);
      const diff = await tabInFront(vscode.TabInputTextDiff);
      const sides = [diff.original, diff.modified].map(String);
      assert.deepEqual(sides, [uriOf(older.id), uriOf(newer.id)].map(String));
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    }
  });

  it('keeps a panel whose tab is pinned, and shows the next one in another', async () => {
    const labels = (): readonly string[] => vscode.window.tabGroups.activeTabGroup.tabs.map(({ label }) => label);
    const open = async (index: number): Promise<void> => {
      await vscode.commands.executeCommand('faceauth.openRecord', { ...referenceTo(records.id(index)), focus: true });
      await tabNamed(records.id(index));
    };
    await open(1);
    await open(2);
    assert.deepEqual(labels(), [records.id(2)]);
    await vscode.commands.executeCommand('workbench.action.pinEditor');
    await open(3);
    await open(4);
    assert.deepEqual(labels(), [records.id(2), records.id(4)]);
  });

  it('does nothing with a row that went while its menu was open, whatever is in front', async () => {
    await vscode.commands.executeCommand('faceauth.openRecord', { ...referenceTo(records.id(1)), focus: true });
    await tabNamed(records.id(1));
    await vscode.env.clipboard.writeText('before');
    const gone = [undefined, undefined];
    for (const command of ['copyId', 'copyCurl', 'copyRedacted', 'openJson', 'compareWith', 'exportSelection']) {
      await vscode.commands.executeCommand(`faceauth.${command}`, ...gone);
      await vscode.commands.executeCommand(`faceauth.${command}`, undefined, [undefined, undefined]);
    }
    assert.equal(await vscode.env.clipboard.readText(), 'before');
    assert.equal(vscode.window.tabGroups.activeTabGroup.tabs.length, 1);
    await vscode.commands.executeCommand('faceauth.copyId');
    assert.equal(await vscode.env.clipboard.readText(), records.id(1));
  });

  it('copies the request with the name of a variable in the place of the key', async () => {
    await vscode.commands.executeCommand('faceauth.copyCurl', { projectId: 'demo', id: records.id(1) });
    const copied = await vscode.env.clipboard.readText();
    assert.match(copied, /FACEAUTH_API_KEY/);
    assert.ok(copied.includes(`authId=${records.id(1)}`));
  });

  it('takes the address that is offered for new projects from the user, never from a workspace', async () => {
    assert.ok(vscode.workspace.workspaceFolders !== undefined, 'a workspace that could have settings of its own');
    const configuration = vscode.workspace.getConfiguration('faceauth');
    await configuration.update('pageSize', 100, vscode.ConfigurationTarget.Workspace);
    await configuration.update('pageSize', undefined, vscode.ConfigurationTarget.Workspace);
    await assert.rejects(async () => {
      await configuration.update('baseUrl', 'https://elsewhere.example', vscode.ConfigurationTarget.Workspace);
    }, /faceauth\.baseUrl/);
  });
});
