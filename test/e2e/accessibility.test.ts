import assert from 'node:assert/strict';
import { join } from 'node:path';
import axe from 'axe-core';
import * as z from 'zod/mini';
import type { PageElement } from '../host/pageElement.ts';
import { openWorkbench, themes, type Workbench } from '../host/workbench.ts';
import { startService, type Service } from '../service/service.ts';
import { addProject } from './support/project.ts';
import { ids, pageOfThree } from './support/threeRecords.ts';

type Theme = keyof typeof themes;

const bodyClasses = {
  dark: 'vscode-dark',
  light: 'vscode-light',
  'hc-dark': 'vscode-high-contrast',
  'hc-light': 'vscode-high-contrast-light',
} as const satisfies Record<Theme, string>;

const report = z.object({
  passes: z.array(z.unknown()),
  violations: z.array(
    z.object({
      id: z.string(),
      nodes: z.array(z.object({ html: z.string(), failureSummary: z.optional(z.string()) })),
    }),
  ),
});

/** Runs in the panel: what has the focus, in words, and whether that can be seen. */
const focused = `(() => {
  const { activeElement } = document;
  const style = getComputedStyle(activeElement);
  return {
    name: activeElement === document.body ? '' : (activeElement.getAttribute('aria-label') ?? activeElement.innerText).trim(),
    visible: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0,
  };
})()`;
const focus = z.object({ name: z.string(), visible: z.boolean() });

function namesOf(buttons: PageElement[]): string[] {
  return buttons.map((button) => (button.getAttribute('aria-label') ?? button.textContent ?? '').trim());
}

describe('The record panel for everybody', () => {
  let service: Service;
  let workbench: Workbench;

  before(async () => {
    service = await startService();
    service.serveRaw(pageOfThree);
    workbench = await openWorkbench({
      extensionPath: join(import.meta.dirname, '..', '..'),
      machineSettings: { 'faceauth.baseUrl': service.baseUrl },
    });
    await addProject(workbench, 'Production');
    for (const [status, ...days] of [
      ['Rejected', '2027-01-15'],
      ['Approved', '2027-01-15', '2027-01-14'],
    ] as const) {
      await tree().expand([status]);
      for (const day of days) {
        await tree().expand([status, day]);
      }
    }
  });

  after(async () => {
    await workbench.close();
    await service.close();
  });

  const panel = () => workbench.webviewPage();
  const tree = () => workbench.tree('Submissions');

  const show = async (id: string): Promise<void> => {
    await tree().press(id, 'Enter');
    await panel().locator('h1 .id').getByText(id, { exact: true }).waitFor();
  };

  const assertFaultless = async (what: string): Promise<void> => {
    const frame = await workbench.webview();
    await frame.evaluate(axe.source);
    const { passes, violations } = report.parse(await frame.evaluate('axe.run(document)'));
    assert.ok(passes.length > 10, 'much was looked at');
    assert.deepEqual(violations, [], what);
  };

  /** Waits in the page for an event after which this is true; its policy lets no test be made from text there. */
  const happened = async (event: string, isTrue: string): Promise<void> => {
    const frame = await workbench.webview();
    await frame.evaluate(`new Promise((resolve) => {
      const look = () => (${isTrue}) && resolve(true);
      addEventListener('${event}', look);
      look();
    })`);
  };

  const focusPanel = async (): Promise<void> => {
    await workbench.run('View: Focus Active Editor Group');
    await happened('focus', 'document.hasFocus()');
  };

  const tab = async (): Promise<z.infer<typeof focus>> => {
    await workbench.page.keyboard.press('Tab');
    return focus.parse(await (await workbench.webview()).evaluate(focused));
  };

  const tabTo = async (name: string): Promise<void> => {
    for (let steps = 0; steps < 30; steps += 1) {
      if ((await tab()).name === name) {
        return;
      }
    }
    assert.fail(`The Tab key does not reach ${name}.`);
  };

  it('is reached and left by the Tab key, every button in reading order, and the focus is seen', async () => {
    await show(ids.rejected);
    await focusPanel();
    const buttons = await panel().locator('main button').evaluateAll(namesOf);
    const reached: string[] = [];
    for (const name of buttons) {
      const now = await tab();
      reached.push(now.name);
      assert.ok(now.visible, `the focus on ${name} is seen`);
    }
    assert.deepEqual(reached, buttons);
    await workbench.page.keyboard.press('Tab');
    await happened('blur', '!document.hasFocus()');
    assert.deepEqual(buttons.slice(0, 5), ['Open as JSON', 'Compare With…', 'Copy authId', 'Copy as cURL', 'Pin']);
    assert.equal(buttons.length, 7, 'and one for each other attempt');
  });

  it('copies, pins and opens by the Enter key alone', async () => {
    const { keyboard } = workbench.page;
    await show(ids.approved);
    await focusPanel();
    await tabTo('Copy authId');
    await keyboard.press('Enter');
    await tabTo('Pin');
    await keyboard.press('Enter');
    await panel().getByRole('button', { name: 'Pin', pressed: true }).waitFor();
    assert.equal(await workbench.clipboard(), ids.approved);
    await keyboard.press('Enter');
    await panel().getByRole('button', { name: 'Pin', pressed: false }).waitFor();
    await tabTo(`Open ${ids.rejected}, 2027-01-15 11:00:00`);
    await keyboard.press('Enter');
    await panel().locator('h1 .id').getByText(ids.rejected, { exact: true }).waitFor();
    assert.equal((await tab()).name, 'Open as JSON', 'another record is read from its top');
  });

  const faultless = (theme: Theme): void => {
    it(`has no fault that axe can find, in ${theme}`, async () => {
      await workbench.setting('workbench.colorTheme', themes[theme]);
      for (const id of Object.values(ids)) {
        await show(id);
        await panel().locator(`body.${bodyClasses[theme]}`).waitFor();
        await assertFaultless(id);
      }
      await panel().getByRole('button', { name: 'Show' }).click();
      await panel().locator('table.checks').waitFor();
      await assertFaultless('what the service still sent of the deleted one');
    });
  };

  faultless('dark');
  faultless('light');
  faultless('hc-dark');
  faultless('hc-light');

  it('needs no scrolling sideways where it is narrow, as in a small window or at 200 % zoom', async () => {
    await workbench.page.setViewportSize({ width: 800, height: 600 });
    for (const id of Object.values(ids)) {
      await show(id);
      const frame = await workbench.webview();
      await happened('resize', 'innerWidth < 500');
      assert.ok(await frame.evaluate('document.documentElement.scrollWidth <= innerWidth'), id);
      await assertFaultless(id);
    }
  });
});
