import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { demoRecords } from '../../src/demo/records.ts';
import { demoOptions } from '../../src/sources/demo.ts';

const records = demoRecords(demoOptions(Date.now()));

describe('Ids in a real VS Code', () => {
  const id = records.id(0);
  let document: vscode.TextDocument;
  let content: vscode.Disposable;

  before(async () => {
    await vscode.commands.executeCommand('faceauth.openDemo');
    // Of a scheme of its own: an untitled document would stay open as a tab.
    content = vscode.workspace.registerTextDocumentContentProvider('log-of-test', {
      provideTextDocumentContent: () =>
        `${'2025-10-02 INFO nothing here\r\n'.repeat(9_998)}user ${id} came\r\nauthId=fa_neverGiven1 and fa_neverGiven1`,
    });
    document = await vscode.workspace.openTextDocument(vscode.Uri.parse('log-of-test:/a.log'));
  });

  after(() => {
    content.dispose();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('faceauth.stopMask');
  });

  const hoversAt = async (character: number): Promise<readonly vscode.MarkdownString[]> => {
    const position = new vscode.Position(9_998, character);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    return hovers
      .flatMap(({ contents }) => contents)
      .filter((one): one is vscode.MarkdownString => one instanceof vscode.MarkdownString);
  };

  it('have a hover that says the status and runs nothing but Open Submission', async () => {
    const [hover] = await hoversAt(8);
    assert.match(hover?.value ?? '', /^\*\*(Approved|Rejected|Deleted)/);
    assert.match(hover?.value ?? '', /\[Open Submission\]\(command:faceauth\.openRecord\?[^)]+\)$/);
    assert.deepEqual(hover?.isTrusted, { enabledCommands: ['faceauth.openRecord'] });
    assert.ok(hover.supportHtml !== true);
  });

  it('have none beside them', async () => {
    assert.deepEqual(await hoversAt(1), []);
  });

  it('have a hover without the id while the screen is shared, also in no link', async () => {
    await vscode.commands.executeCommand('faceauth.toggleMask');
    const [hover] = await hoversAt(8);
    assert.ok(hover !== undefined && hover.value !== '');
    assert.ok(!decodeURIComponent(hover.value).includes(id) && !hover.value.includes('command:'));
    assert.ok(hover.isTrusted !== true);
  });

  it('are links: to the panel where they are loaded, to the look-up where they are only named so', async () => {
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
      10_000,
    );
    assert.deepEqual(
      links.map(({ range, tooltip, target }) => [
        `${range.start.line}:${range.start.character}-${range.end.character}`,
        tooltip,
        target?.scheme,
        target?.path,
        target?.query,
      ]),
      [
        [
          `9998:5-${5 + id.length}`,
          'Open Submission',
          'command',
          'faceauth.openRecord',
          JSON.stringify([{ projectId: 'demo', id, focus: true }]),
        ],
        ['9999:7-21', 'Look Up Submission', 'command', 'faceauth.lookup', '[{"text":"authId=fa_neverGiven1"}]'],
      ],
    );
  });

  it('are copied as a link that names id and project; an alias while the screen is shared', async () => {
    const target = { projectId: 'demo', id };
    await vscode.commands.executeCommand('faceauth.copyLink', target);
    const { uriScheme, clipboard } = vscode.env;
    assert.equal(
      await clipboard.readText(),
      `${uriScheme}://faceauth.faceauth-inspector/submission?authId=${id}&project=Demo%20data`,
    );
    await vscode.commands.executeCommand('faceauth.toggleMask');
    await vscode.commands.executeCommand('faceauth.copyLink', target);
    assert.match(await clipboard.readText(), /\?authId=id-[a-z2-8]{12}&project=Demo%20data$/);
  });
});
