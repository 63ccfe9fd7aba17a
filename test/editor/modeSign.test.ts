import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';
import { demoRecords } from '../../src/demo/records.ts';
import { registerScreenShare } from '../../src/editor/screenShare/screenShareCommands.ts';
import { demoOptions } from '../../src/sources/demo.ts';
import { openRooms } from './support/rooms.ts';
import { replaced } from './support/replaced.ts';

const records = demoRecords(demoOptions(Date.now()));

/** The id of a record as it is copied in the current mode. */
async function copiedId(): Promise<string> {
  await vscode.commands.executeCommand('faceauth.copyId', { projectId: 'demo', id: records.id(1) });
  return await vscode.env.clipboard.readText();
}

describe('The switch of screen-share mode', () => {
  it('is spoken, also where nobody can see the status bar', async () => {
    const rooms = openRooms();
    const spoken: (string | undefined)[] = [];
    using _ = replaced(vscode.window, 'withProgress', ({ location, title }: vscode.ProgressOptions) => {
      if (location === vscode.ProgressLocation.Notification) spoken.push(title);
    });
    rooms.open(registerScreenShare);
    await rooms.core.screenShare.toggle();
    await rooms.core.screenShare.toggle();
    assert.deepEqual(spoken, [
      'Screen-share mode is on: FaceAuth shows aliases in the place of ids',
      'Screen-share mode is off: FaceAuth shows ids',
    ]);
    rooms.dispose();
  });
});

describe('The commands of screen-share mode', () => {
  before(async () => {
    await vscode.commands.executeCommand('faceauth.openDemo');
  });

  after(async () => {
    await vscode.commands.executeCommand('faceauth.stopMask');
  });

  it('start and stop it, and stopping twice does not start it', async () => {
    assert.equal(await copiedId(), records.id(1));
    await vscode.commands.executeCommand('faceauth.toggleMask');
    assert.match(await copiedId(), /^id-/);
    await vscode.commands.executeCommand('faceauth.stopMask');
    assert.equal(await copiedId(), records.id(1));
    await vscode.commands.executeCommand('faceauth.stopMask');
    assert.equal(await copiedId(), records.id(1));
  });

  it('close a list that was opened with ids in it', async () => {
    const picked = vscode.window.showQuickPick([records.id(1)]);
    await vscode.commands.executeCommand('faceauth.toggleMask');
    const closed = await Promise.race([picked, setTimeout(5000, 'still open')]);
    await vscode.commands.executeCommand('faceauth.stopMask');
    assert.equal(closed, undefined);
  });
});
