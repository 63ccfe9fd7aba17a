import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { demoRecords } from '../../src/demo/records.ts';
import { idToName } from '../../src/editor/document/idInAddress.ts';
import { demoOptions } from '../../src/sources/demo.ts';

describe('A JSON document in a real VS Code whose record there is not', () => {
  const records = demoRecords(demoOptions(Date.now()));
  const uriOf = (id: string, projectId = 'demo'): vscode.Uri =>
    vscode.Uri.from({ scheme: 'faceauth', path: `/FaceAuth submissions/${projectId}/${idToName(id)}.json` });

  before(async () => {
    await vscode.commands.executeCommand('faceauth.openDemo');
  });

  it('says that there is no submission of an id, and links what helps', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf('fa_nobody'));
    const lines = [
      '// The project “Demo data” has no submission of this id.',
      '// Check the id, or look in another project.',
      '//',
      '// Switch Project…',
      '// Try Again',
      '// Open Submission',
      '',
    ];
    assert.deepEqual(document.getText().split('\n'), lines);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    assert.deepEqual(
      links.map(({ range, target }) => [document.getText(range), target?.toString(true)]),
      [
        ['Switch Project…', 'command:faceauth.switchProject?[]'],
        ['Try Again', 'command:faceauth.openJson?[{"projectId":"demo","id":"fa_nobody"}]'],
        ['Open Submission', 'command:faceauth.openRecord?[{"projectId":"demo","id":"fa_nobody"}]'],
      ],
    );
  });

  it('links what helps also after it got another language', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf('fa_nobody'));
    await vscode.languages.setTextDocumentLanguage(document, 'json');
    const links = await vscode.commands.executeCommand<unknown[]>('vscode.executeLinkProvider', document.uri);
    assert.equal(links.length, 3);
  });

  it('links the very id, whatever signs are in it', async () => {
    const id = 'a%2Fb%22,"\\u0025 c';
    const uri = uriOf(id);
    await vscode.workspace.openTextDocument(uri);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
    const target = links.at(-1)?.target;
    // As VS Code reads the arguments of a command in a link.
    assert.deepEqual(JSON.parse(decodeURIComponent(target?.query ?? '')), [{ projectId: 'demo', id }]);
  });

  it('has no links where it has its record', async () => {
    const { uri } = await vscode.workspace.openTextDocument(uriOf(records.id(3)));
    assert.deepEqual(await vscode.commands.executeCommand('vscode.executeLinkProvider', uri), []);
  });

  it('says that its project is gone', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf(records.id(3), 'removed'));
    assert.match(document.getText(), /^\/\/ The project of this submission is no longer in VS Code\.\n/);
  });

  it('says what helps for a record without an id that is no longer loaded', async () => {
    for (const path of ['/FaceAuth submissions/demo/loaded/7/record 3.json', '/demo/loaded/7/record 3.json']) {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'faceauth', path }));
      assert.deepEqual(document.getText().split('\n'), [
        '// This record has no id to ask the service for.',
        '// Load its page again and open it from there.',
        '',
      ]);
    }
  });
});
