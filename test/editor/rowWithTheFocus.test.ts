import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './support/window.ts';

const press = async (...commands: readonly string[]): Promise<void> => {
  for (const command of commands) {
    await vscode.commands.executeCommand(command);
  }
};

/** What the clipboard holds where a shortcut copied nothing. */
const nothing = 'nothing';

/** The lines that the copy shortcut copies after these commands. */
const copiedAfter = async (...commands: readonly string[]): Promise<readonly string[]> => {
  await press(...commands);
  await vscode.env.clipboard.writeText(nothing);
  await vscode.commands.executeCommand('faceauth.copyId', 'selection');
  return (await vscode.env.clipboard.readText()).split('\n');
};

describe('A shortcut in the list', () => {
  // From the first group to its first day, and on to its first submission; each step expands a row that is not.
  const toFirst = ['faceauth.submissions.focus', 'list.focusFirst', 'list.expand', 'list.expand'];
  let first: string;

  before(async () => {
    await press('faceauth.openDemo');
  });

  beforeEach(async () => {
    // The rows come a moment after the view, and the rows below a row come a moment after it is expanded.
    await until('the first submission has the focus, and is the only one that is selected', async () => {
      const [focused = ''] = await copiedAfter(...toFirst);
      first = focused;
      if (first === nothing) return false;
      // Not before: on a group or a day it collapses what was just expanded.
      await press('list.selectAndPreserveFocus');
      return (await copiedAfter()).join() === first;
    });
  });

  after(async () => {
    await vscode.window.tabGroups.close(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs));
  });

  it('works on the row with the focus, not on the one that was selected before', async () => {
    const [next, ...others] = await copiedAfter('list.focusDown');
    assert.ok(next !== nothing && next !== first && others.length === 0);
    assert.deepEqual(await copiedAfter('list.focusUp'), [first]);
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
    assert.deepEqual(await copiedAfter('list.focusFirst'), [nothing]);
  });
});
