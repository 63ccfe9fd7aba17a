import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { selectedInTerminal, wantedBy } from '../../src/editor/lookUp/wanted.ts';

describe('What a look-up is started on', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('is all that is selected, with several carets too', async () => {
    const document = await vscode.workspace.openTextDocument({ content: 'first fa_1\nnothing\nlast fa_2' });
    const editor = await vscode.window.showTextDocument(document);
    editor.selections = [new vscode.Selection(0, 0, 0, 10), new vscode.Selection(2, 0, 2, 9)];
    assert.deepEqual(wantedBy([document.uri]), { kind: 'text', text: 'first fa_1\nlast fa_2' });
  });

  it('is nothing in a terminal where the clipboard cannot be read, which is left as it is', async () => {
    const { clipboard } = vscode.env;
    const readText: unknown = Reflect.get(clipboard, 'readText');
    await clipboard.writeText('before');
    Reflect.set(clipboard, 'readText', async () => await Promise.reject(new Error('denied')));
    try {
      assert.equal(await selectedInTerminal(), '');
    } finally {
      Reflect.set(clipboard, 'readText', readText);
    }
    assert.equal(await clipboard.readText(), 'before');
  });
});
