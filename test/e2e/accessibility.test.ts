import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { PageElement } from '../host/pageElement.ts';
import { openWorkbench, themes, type Workbench } from '../host/workbench.ts';
import { startService, type Service } from '../service/service.ts';
import { bodyClasses, panelOf } from './support/panel.ts';
import { addProject } from './support/project.ts';
import { ids, pageOfThree } from './support/threeRecords.ts';

type Theme = keyof typeof themes;

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
      settings: { 'faceauth.baseUrl': service.baseUrl },
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
  const page = () => panelOf(workbench);
  const tree = () => workbench.tree('Submissions');

  const show = async (id: string): Promise<void> => {
    await tree().press(id, 'Enter');
    await panel().locator('h1 .id').getByText(id, { exact: true }).waitFor();
  };

  it('is reached and left by the Tab key, every button in reading order, and the focus is seen', async () => {
    await show(ids.rejected);
    await page().focus();
    const buttons = await panel().locator('main button').evaluateAll(namesOf);
    const reached: string[] = [];
    for (const name of buttons) {
      const now = await page().tab();
      reached.push(now.name);
      assert.ok(now.visible, `the focus on ${name} is seen`);
    }
    assert.deepEqual(reached, buttons);
    await workbench.page.keyboard.press('Tab');
    await page().happened('blur', '!document.hasFocus()');
    assert.deepEqual(buttons.slice(0, -2), [
      ...['Previous', 'Next'],
      ...['Open as JSON', 'Compare With…', 'Copy authId', 'Copy as cURL'],
      ...['Copy Summary', 'Copy Link', 'Copy Redacted JSON', 'Export…', 'Reveal in Tree'],
    ]);
    assert.equal(buttons.length, 13, 'and one for each other attempt');
  });

  it('copies and opens by the Enter key alone', async () => {
    const { keyboard } = workbench.page;
    await show(ids.approved);
    await page().focus();
    await page().tabTo('Copy authId');
    await keyboard.press('Enter');
    await page().tabTo(`Open ${ids.rejected}, 2027-01-15 11:00:00`);
    assert.equal(await workbench.clipboard(), ids.approved);
    await keyboard.press('Enter');
    await panel().locator('h1 .id').getByText(ids.rejected, { exact: true }).waitFor();
    assert.equal((await page().tab()).name, 'Previous', 'another record is read from its top');
  });

  it('goes on with what the service still sent of a deleted one, once that was asked for by the Enter key', async () => {
    await show(ids.deleted);
    await page().focus();
    await page().tabTo('Show What the Service Still Returned');
    await workbench.page.keyboard.press('Enter');
    await panel().locator('table.checks').waitFor();
    const words = 'This is what the service still returned for the deleted submission.';
    assert.equal(await page().evaluate('document.activeElement.innerText'), words);
    await panel().getByRole('status').filter({ hasText: words }).waitFor({ state: 'attached' });
  });

  const faultless = (theme: Theme): void => {
    it(`has no fault that axe can find, in ${theme}`, async () => {
      workbench.theme(theme);
      for (const id of Object.values(ids)) {
        await show(id);
        await panel().locator(`body.${bodyClasses[theme]}`).waitFor();
        await page().assertFaultless(id);
      }
      await panel().getByRole('button', { name: 'Show' }).click();
      await panel().locator('table.checks').waitFor();
      await page().assertFaultless('what the service still sent of the deleted one');
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
      await page().happened('resize', 'innerWidth < 500');
      assert.ok(await page().evaluate('document.documentElement.scrollWidth <= innerWidth'), id);
      await page().assertFaultless(id);
    }
  });

  it('needs none either at 400 % zoom, where the page is 320 pixels wide', async () => {
    await workbench.run('View: Close Primary Side Bar');
    await workbench.page.setViewportSize({ width: 370, height: 600 });
    await page().happened('resize', 'innerWidth <= 330');
    assert.ok(await page().evaluate('document.documentElement.scrollWidth <= innerWidth'));
    await page().assertFaultless('320 pixels wide');
  });
});
