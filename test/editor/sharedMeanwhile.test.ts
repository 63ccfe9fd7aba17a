import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { ExportPlaces } from '../../src/editor/export/exportPlaces.ts';
import { askForExport } from '../../src/editor/export/exportQuestions.ts';
import { InsightsPanel } from '../../src/editor/insights/panel.ts';
import type { InsightsToPage } from '../../src/protocol/insights.ts';
import { demoProject } from '../../src/sources/demo.ts';
import { startService } from '../service/service.ts';
import { SharedState } from '../unit/editor/project/sharedState.ts';
import { openPage, type TestPage } from './support/page.ts';
import { openRooms, Person, type Rooms } from './support/rooms.ts';
import { until } from './support/window.ts';

const place = (name: string): vscode.Uri => vscode.Uri.file(join(tmpdir(), `faceauth-${process.pid}-${name}`));

describe('An export whose place is being chosen', () => {
  it('goes back to how records are written when the screen begins to be shared', async () => {
    const person = new Person();
    let isMasked = false;
    person.place = async () => {
      isMasked = true;
      return await Promise.resolve(place('export.json'));
    };
    try {
      const places = new ExportPlaces(new SharedState().window());
      const asked = askForExport({ title: 'Export', name: () => 'export', isMasked: () => isMasked, places });
      for (let step = 0; step < 3; step++) {
        await person.accept();
      }
      assert.equal((await asked)?.redaction, 'redacted');
    } finally {
      person.restore();
    }
  });
});

describe('A question of Insights that was open while the world changed', () => {
  let rooms: Rooms;
  let person: Person;
  let panel: InsightsPanel;
  let page: TestPage<InsightsToPage>;

  const hears = (words: string): boolean => person.heard.some((text) => text.includes(words));

  const run = (action: string): void => {
    page.say({ kind: 'run', action });
  };

  beforeEach(async () => {
    person = new Person();
    rooms = openRooms();
    page = openPage();
    await rooms.core.shown.open(demoProject);
    panel = new InsightsPanel(page.panel, { tried: [] }, rooms.core);
    rooms.open(() => rooms.core.screenShare.onDidChange(() => panel.update()));
    rooms.open(() => rooms.core.onDidChangeState(() => panel.update()));
    await until('the page has all', () => page.posted.some(({ kind }) => kind === 'insights'));
  });

  afterEach(() => {
    person.restore();
    rooms.dispose();
  });

  it('reads what nobody has looked at yet, such as what follows a project that another window removed', async () => {
    page.posted.length = 0;
    rooms.core.session.choose(demoProject);
    panel.update();
    await until('the page has all', () => page.posted.some(({ kind }) => kind === 'insights'));
  });

  it('compares nothing where another project is shown by then', async () => {
    await using service = await startService({ keys: ['key-0123456789'], size: 100, broken: false });
    const other = { id: 'a-1', name: 'A', address: service.baseUrl };
    await rooms.core.store.add(other, 'key-0123456789');
    person.answer = async (text) => {
      if (text !== 'Compare With') return undefined;
      await rooms.core.shown.open(other);
      return 'The thresholds as they are tried now';
    };
    run('compareWith');
    await until('it is said', () => hears('Another project is shown by now'));
    assert.ok(page.posted.every(({ state }) => state?.compared === undefined));
  });

  it('saves aliases when the screen began to be shared', async () => {
    const file = place('insights.csv');
    person.place = async () => {
      await rooms.core.screenShare.toggle();
      return file;
    };
    run('saveCsv');
    await until('it is written', () => person.heard.some((text) => text.startsWith('Written to')));
    const text = await readFile(file.fsPath, 'utf8');
    assert.match(text, /id-[a-z2-8]{12}/);
    const { state } = rooms.core.session;
    assert.ok(state.kind !== 'idle');
    assert.ok(![...state.loaded.store.ids()].some((id) => text.includes(id)));
  });

  it('saves nothing of another project', async () => {
    person.place = async () => {
      await rooms.core.shown.open(undefined);
      return place('nothing.csv');
    };
    run('saveCsv');
    await until('it is said', () => hears('nothing was written'));
    await assert.rejects(readFile(place('nothing.csv').fsPath));
  });

  it('says so of a mark that went meanwhile', async () => {
    page.say({ kind: 'showMark', key: '0-gone' });
    await until('it is said', () => hears('nothing was done'));
  });
});
