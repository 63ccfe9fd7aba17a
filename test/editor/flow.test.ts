import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { pickStep, runFlow, type FlowStep } from '../../src/editor/window/flow.ts';

const pause = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 300));
};

const press = async (command: string): Promise<void> => {
  await pause();
  await vscode.commands.executeCommand(command);
};

describe('A flow of questions', () => {
  const step =
    (...labels: readonly string[]): FlowStep<readonly string[]> =>
    async (draft, steps) => {
      const items = labels.map((label) => ({ label }));
      const picked = await pickStep({ title: 'Export Range', placeholder: draft.join(), items, steps });
      return typeof picked === 'object' ? [...draft, `${steps.step} of ${steps.of}: ${picked.label}`] : picked;
    };

  it('goes on with each answer, and one step back with the button', async () => {
    const answers = runFlow<readonly string[]>([], [step('Today', 'Everything'), step('JSON', 'CSV')]);
    await press('workbench.action.acceptSelectedQuickOpenItem');
    await press('workbench.action.quickInputBack');
    await press('workbench.action.quickOpenSelectNext');
    await press('workbench.action.acceptSelectedQuickOpenItem');
    await press('workbench.action.acceptSelectedQuickOpenItem');
    assert.deepEqual(await answers, ['1 of 2: Everything', '2 of 2: JSON']);
  });

  it('is left with Escape, at whatever step', async () => {
    const answers = runFlow<readonly string[]>([], [step('Today'), step('JSON')]);
    await press('workbench.action.acceptSelectedQuickOpenItem');
    await press('workbench.action.closeQuickOpen');
    assert.equal(await answers, undefined);
  });
});
