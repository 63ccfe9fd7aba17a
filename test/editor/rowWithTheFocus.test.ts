import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './support/window.ts';

const press = async (...commands: readonly string[]): Promise<void> => {
  for (const command of commands) {
    await vscode.commands.executeCommand(command);
  }
};

/** What a shortcut copies that is pressed after these. */
const copiedAfter = async (...commands: readonly string[]): Promise<readonly string[]> => {
  await press(...commands);
  await vscode.env.clipboard.writeText('before');
  await vscode.commands.executeCommand('faceauth.copyId', 'selection');
  return (await vscode.env.clipboard.readText()).split('\n');
};

const closeTabs = async (): Promise<void> => {
  await vscode.window.tabGroups.close(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs));
};

/** Opens the row with the focus, as Enter does, which selects it; returns the id on its tab. */
const opened = async (): Promise<string> => {
  await closeTabs();
  const tab = (): string => vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '';
  await until('it is opened', async () => {
    // A list that is just being painted takes no keys, and a tab that closes may take the focus.
    await press('faceauth.submissions.focus', 'list.select');
    return tab().startsWith('fa_');
  });
  return tab();
};

describe('A shortcut in the list', () => {
  // From the first group to its first day, and on to its first submission; each step expands a row that is not.
  const toFirst = ['list.focusFirst', 'list.expand', 'list.expand'];
  let first: string;

  before(async () => {
    await press('faceauth.openDemo', 'faceauth.submissions.focus');
    // The rows come a moment after the view.
    await until('all above the first submission is expanded', async () => {
      await press(...toFirst, ...toFirst);
      return (await copiedAfter(...toFirst))[0] !== 'before';
    });
  });

  beforeEach(async () => {
    await press('faceauth.submissions.focus', ...toFirst);
    first = await opened();
  });

  after(closeTabs);

  it('works on the row with the focus, not on the one that was selected before', async () => {
    const next = await copiedAfter('list.focusDown');
    assert.deepEqual(next, [await opened()]);
    assert.notDeepEqual(next, [first]);
  });

  it('works on all rows that are selected where the one with the focus is among them', async () => {
    const [next] = await copiedAfter('list.focusDown');
    assert.deepEqual(await copiedAfter('list.focusUp', 'list.expandSelectionDown'), [first, next]);
  });

  it('leaves what is selected as it is', async () => {
    const two = await copiedAfter('list.expandSelectionDown');
    assert.equal(two.length, 2);
    const [third = '', ...others] = await copiedAfter('list.focusDown');
    assert.ok(!two.includes(third) && others.length === 0);
    assert.deepEqual((await copiedAfter('list.focusUp')).toSorted(), two.toSorted());
  });

  it('works on nothing that is selected where the row with the focus is no submission', async () => {
    assert.deepEqual(await copiedAfter('list.focusFirst'), ['before']);
  });
});
