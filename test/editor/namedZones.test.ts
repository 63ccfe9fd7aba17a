import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { askForPage } from '../../src/editor/export/pagePick.ts';
import { tooltipOf } from '../../src/editor/list/tooltip.ts';
import type { TimeZone } from '../../src/submissions/model/days.ts';
import { zoneName } from '../../src/submissions/words/timeText.ts';
import { submissionOf } from '../unit/submissions/fromWire.ts';
import { openRooms } from './support/rooms.ts';
import { replaced } from './support/replaced.ts';
import { until } from './support/window.ts';

const create_time = '2025-10-02T02:15:17Z';
const local = zoneName(Date.parse(create_time), 'local', 'en');

describe('A time in a list', () => {
  it('is of a zone with a name in the tooltip of a row', () => {
    const submission = submissionOf({ auth_id: 'one', create_time });
    // Markdown escapes what could mean something in it.
    const textIn = (zone: TimeZone): string =>
      tooltipOf(submission, zone).value.replaceAll('&nbsp;', ' ').replaceAll('\\', '');
    assert.match(textIn('utc'), /2025-10-02 02:15:17 UTC/);
    assert.ok(textIn('local').includes(`:17 ${local}`));
  });

  it('is of a zone with a name among the pages to export', async () => {
    const rooms = openRooms();
    const { core } = rooms;
    await core.shown.open(core.files.openText(JSON.stringify({ auth_id: 'one', create_time }), 'a.json', 'in memory'));
    await until('it is read', () => core.session.state.kind === 'ready');
    const { state } = core.session;
    const pages = state.kind === 'idle' ? [] : state.loaded.pages;
    const offered: (string | undefined)[] = [];
    using _ = replaced(vscode.window, 'showQuickPick', (items: readonly vscode.QuickPickItem[]) => {
      offered.push(...items.map(({ detail }) => detail));
    });
    await askForPage('Export Page', [...pages, ...pages], 'utc');
    assert.equal(offered[0], '2025-10-02 02:15:17 UTC to 2025-10-02 02:15:17 UTC');
    rooms.dispose();
  });
});
