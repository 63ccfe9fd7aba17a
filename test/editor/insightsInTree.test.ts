import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { InsightsPanel } from '../../src/editor/insights/panel.ts';
import type { InsightsToPage } from '../../src/protocol/insights.ts';
import { demoProject } from '../../src/sources/demo.ts';
import { openPage } from './support/page.ts';
import { replaced } from './support/replaced.ts';
import { openRooms } from './support/rooms.ts';
import { until } from './support/window.ts';

describe('Insights that are shown in the tree', () => {
  it('bring the tree to the front: another view may be there', async () => {
    const rooms = openRooms();
    const { session, shown } = rooms.core;
    const page = openPage<InsightsToPage>();
    await shown.open(demoProject);
    await session.arrange({ filter: { statuses: ['rejected'] } });
    const panel = new InsightsPanel(page.panel, { tried: [] }, rooms.core);
    rooms.open((core) =>
      core.onDidChangeState(() => {
        panel.update();
      }),
    );
    const says = (words: string): boolean => JSON.stringify(page.posted.at(-1) ?? '').includes(words);
    await until('the page has all', () => page.posted.some(({ kind }) => kind === 'insights'));
    page.say({ kind: 'run', action: 'lookAtAll' });
    await until('the page is about all', () => says('Show It in the Tree'));
    const run: string[] = [];
    const { executeCommand } = vscode.commands;
    using _ = replaced(vscode.commands, 'executeCommand', async (name: string, ...given: readonly unknown[]) => {
      run.push(name);
      await executeCommand(name, ...given);
    });
    page.say({ kind: 'run', action: 'showInTree' });
    await until('the tree shows all', () => session.arrangement.filter.statuses === undefined);
    assert.ok(run.includes('faceauth.submissions.focus'), run.join());
    rooms.dispose();
  });
});
