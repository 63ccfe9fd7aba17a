import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { ExportPlaces } from '../../src/editor/export/exportPlaces.ts';
import { takeAway } from '../../src/editor/insights/takeAway.ts';
import { SharedState } from '../unit/editor/project/sharedState.ts';
import { Person } from './support/rooms.ts';

describe('The insights as CSV', () => {
  it('are written into a git work tree only after a question, since ids stand in them', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'faceauth-insights-'));
    mkdirSync(join(folder.path, '.git'));
    const file = join(folder.path, 'insights.csv');
    const person = new Person();
    person.place = async () => await Promise.resolve(vscode.Uri.file(file));
    const places = new ExportPlaces(new SharedState().window());
    try {
      await takeAway.saveCsv(places, () => assert.fail('nobody agreed'));
      assert.match(person.heard.join('\n'), /^This place is in the git work tree/);
      assert.equal(existsSync(file), false);
    } finally {
      person.restore();
    }
  });
});
