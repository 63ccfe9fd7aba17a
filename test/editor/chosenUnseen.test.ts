import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { registerFilters } from '../../src/editor/list/filterCommands.ts';
import { registerProjects } from '../../src/editor/project/projectCommands.ts';
import { startService } from '../service/service.ts';
import { failures } from '../service/statuses.ts';
import { replaced } from './support/replaced.ts';
import { openRooms, Person } from './support/rooms.ts';

const key = 'Zk3mQ9xV2bN8cL5pR7tY1uW4';

describe('While the view is out of sight, the status bar says what was chosen', () => {
  it('when a project is added, renamed, left for another, grouped otherwise and removed', async () => {
    await using service = await startService({ keys: [key], size: 20, broken: false });
    const said: string[] = [];
    using _ = replaced(vscode.window, 'setStatusBarMessage', (text: string) => said.push(text));
    const person = new Person();
    const rooms = openRooms(service.baseUrl);
    rooms.open(registerProjects);
    rooms.open(registerFilters);
    const answers = new Map([
      ['Switch Project', 'Demo data'],
      ['Group By', 'Day, then status'],
      ['Remove Project', 'Staging'],
    ]);
    person.answer = async (asked) =>
      await Promise.resolve(asked.startsWith('Remove the project') ? 'Remove' : answers.get(asked));
    try {
      const added = rooms.run('faceauth.addProject');
      await person.enter('Acme');
      await person.enter(key);
      await added;
      assert.match(said.pop() ?? '', /^Acme · 20 loaded, all · as of \d\d:\d\d$/);
      const renamed = rooms.run('faceauth.renameProject');
      await person.enter('Staging');
      await renamed;
      assert.equal(said.pop(), 'Project renamed to Staging');
      await rooms.run('faceauth.switchProject');
      assert.match(said.pop() ?? '', /^Demo data · /);
      service.setFault(failures.forbidden);
      answers.set('Switch Project', 'Staging');
      await rooms.run('faceauth.switchProject');
      assert.match(said.pop() ?? '', /^Staging\. .*key/);
      await rooms.run('faceauth.groupBy');
      assert.equal(said.pop(), 'Grouped by: Day, then status');
      await rooms.run('faceauth.removeProject');
      assert.equal(said.pop(), 'Project Staging removed');
      said.length = 0;
      Reflect.set(rooms.core.shell.view, 'visible', true);
      answers.set('Switch Project', 'Demo data');
      await rooms.run('faceauth.switchProject');
      await rooms.run('faceauth.groupBy');
      assert.deepEqual(said, [], 'what can be seen needs no words');
    } finally {
      person.restore();
      rooms.dispose();
    }
  });
});
