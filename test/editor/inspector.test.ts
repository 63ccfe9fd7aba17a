import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandNames } from '../../src/editor/commandNames.ts';
import { demoRecords } from '../../src/demo/records.ts';
import { demoOptions } from '../../src/sources/demo.ts';

const extension = vscode.extensions.getExtension('faceauth.faceauth-inspector');
const records = demoRecords(demoOptions(Date.now()));

const uriOf = (id: string, project = 'demo'): vscode.Uri => vscode.Uri.parse(`faceauth:/${project}/${id}.json`);

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
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
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
    assert.equal(document.languageId, 'json');
    assert.deepEqual(JSON.parse(document.getText()), records.record(3));
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

  it('says in words that there is no submission of an id', async () => {
    await assert.rejects(async () => {
      await vscode.workspace.openTextDocument(uriOf('fa_nobody'));
    }, /The project “Demo data” has no submission of this id/);
  });

  it('says in words that the project of a document is gone', async () => {
    await assert.rejects(async () => {
      await vscode.workspace.openTextDocument(uriOf(records.id(3), 'removed'));
    }, /project of this submission is no longer in VS Code/);
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

  it('shows two submissions in one diff', async () => {
    const [left, right] = [records.id(1), records.id(2)];
    const reference = (id: string) => ({ projectId: 'demo', id });
    void vscode.commands.executeCommand('faceauth.compareWith', reference(left), [reference(left), reference(right)]);
    const diff = await tabInFront(vscode.TabInputTextDiff);
    assert.deepEqual([diff.original.toString(), diff.modified.toString()], [uriOf(left), uriOf(right)].map(String));
  });

  it('copies the request with the name of a variable in the place of the key', async () => {
    await vscode.commands.executeCommand('faceauth.copyCurl', { projectId: 'demo', id: records.id(1) });
    const copied = await vscode.env.clipboard.readText();
    assert.match(copied, /FACEAUTH_API_KEY/);
    assert.ok(copied.includes(`authId=${records.id(1)}`));
  });

  it('takes the address of the service from the user and the machine, never from a workspace', async () => {
    assert.ok(vscode.workspace.workspaceFolders !== undefined, 'a workspace that could have settings of its own');
    const configuration = vscode.workspace.getConfiguration('faceauth');
    await configuration.update('pageSize', 100, vscode.ConfigurationTarget.Workspace);
    await configuration.update('pageSize', undefined, vscode.ConfigurationTarget.Workspace);
    await assert.rejects(async () => {
      await configuration.update('baseUrl', 'https://elsewhere.example', vscode.ConfigurationTarget.Workspace);
    }, /faceauth\.baseUrl/);
  });
});
