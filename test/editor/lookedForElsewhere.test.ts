import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { registerFiles } from '../../src/editor/files/openFile.ts';
import { lookInOtherProject } from '../../src/editor/record/otherProject.ts';
import { replaced } from './support/replaced.ts';
import { openRooms, Person } from './support/rooms.ts';

describe('A submission that is looked for elsewhere', () => {
  it('is looked for in a file that is opened for that', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'faceauth-'));
    const file = vscode.Uri.file(join(folder, 'found.ndjson'));
    writeFileSync(file.fsPath, '{"auth_id":"fa_inTheFile"}\n');
    const person = new Person();
    const rooms = openRooms();
    rooms.open(registerFiles);
    const { shown } = rooms.core;
    person.answer = async (asked) =>
      await Promise.resolve(asked === 'Look in Another Project' ? 'Open File…' : undefined);
    person.place = async () => await Promise.resolve(file);
    const opened: unknown[] = [];
    // Opens the file in the rooms of this test. Only notes which record is to be opened, so no panel reads it.
    using _ = replaced(vscode.commands, 'executeCommand', async (name: string, given: unknown) => {
      if (name === 'faceauth.openFile') await rooms.run('faceauth.openFile');
      if (name === 'faceauth.openRecord') opened.push(given);
    });
    try {
      await lookInOtherProject(rooms.core, 'fa_inTheFile');
      assert.equal(shown.current?.name, 'found.ndjson');
      assert.deepEqual(opened, [{ projectId: shown.current.id, id: 'fa_inTheFile', focus: true }]);
    } finally {
      person.restore();
      rooms.dispose();
      rmSync(folder, { recursive: true });
    }
  });
});
