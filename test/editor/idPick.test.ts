import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { askForIds, type IdQuestion } from '../../src/editor/lookUp/idPick.ts';
import type { Offer } from '../../src/editor/lookUp/offers.ts';
import { unmasked } from '../../src/submissions/privacy/mask.ts';

const key = 'Zk3mQ9xV2bN8cL5pR7tY1uW4';
const inClipboard: Offer = { id: 'fa_clipboard1', origin: 'in the clipboard', isUnasked: true };
const before: Offer = { id: 'fa_before0001', origin: 'looked up before' };

const accept = async (): Promise<void> => {
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
};

const next = async (): Promise<void> => {
  await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
};

const pause = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 300));
};

describe('The box that asks for an authId', () => {
  let isKeyAsked: string[];

  beforeEach(() => {
    isKeyAsked = [];
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  });

  const ask = async (offers: IdQuestion['offers']): Promise<readonly string[] | undefined> =>
    await askForIds({
      title: 'Look Up Submission',
      offers,
      mask: () => unmasked,
      isKnown: () => false,
      isKey: async (text) => {
        isKeyAsked.push(text);
        return await Promise.resolve(text === key);
      },
      many: true,
    });

  it('does not take what lies in the clipboard by Enter alone', async () => {
    const answer = ask([Promise.resolve([inClipboard])]);
    await pause();
    await accept();
    await next();
    await accept();
    assert.deepEqual(await answer, [inClipboard.id]);
    assert.equal(isKeyAsked.filter((id) => id === inClipboard.id).length, 2);
  });

  it('takes what was looked up last by Enter, though the clipboard stands above it', async () => {
    const answer = ask([Promise.resolve([inClipboard]), Promise.resolve([before])]);
    await pause();
    await accept();
    assert.deepEqual(await answer, [before.id]);
  });

  it('is open before the clipboard has answered, and without it', async () => {
    const answer = ask([new Promise(() => undefined), Promise.resolve([before])]);
    await pause();
    await accept();
    assert.deepEqual(await answer, [before.id]);
  });

  it('offers no API key', async () => {
    const answer = ask([Promise.resolve([{ id: key, origin: 'selected in the editor' }, before])]);
    await pause();
    await accept();
    assert.deepEqual(await answer, [before.id]);
  });
});
