import assert from 'node:assert/strict';
import type { Workbench } from '../../host/workbench.ts';
import { panelOf } from './panel.ts';
import { submissionsView } from './submissionsView.ts';

const rowOf = (workbench: Workbench) =>
  workbench
    .webviewPage()
    .getByRole('cell')
    .getByRole('button', { name: /^Show \d+ submissions: face_compare_underscore$/ });

/** Tests what a table row of Insights with the demo data does to the tree and to the page. */
export function filteredByTable(workbench: () => Workbench): void {
  const page = () => workbench().webviewPage();
  const view = () => submissionsView(workbench());
  const row = () => rowOf(workbench());

  it('open the submissions behind a row of a table, and lead back', async () => {
    const heading = page().getByRole('group').filter({ hasText: 'Why submissions were rejected' });
    await heading.locator('summary').first().press('Enter');
    const count = /\d+/.exec((await row().getAttribute('aria-label')) ?? '')?.[0] ?? '';
    await row().press('Enter');
    await view()
      .message.filter({ hasText: `${count} of 200 loaded match` })
      .waitFor();
    await view().tree.row('Rejected').filter({ hasText: count }).waitFor();
    await page().locator('header .filter').getByText('The tree shows: Rejected').waitFor();
    await page().getByRole('button', { name: 'Back to the Filter Before' }).press('Enter');
    await view().message.filter({ hasText: 'Demo data · 200 loaded' }).waitFor();
  });
}

/** Tests that the conditions of the page's filter can be removed, once a row of that table has set some. */
export function withoutConditions(workbench: () => Workbench): void {
  it('keep the focus while one condition of their filter after the other is taken off', async () => {
    const page = () => workbench().webviewPage();
    await rowOf(workbench()).press('Enter');
    await page().getByRole('button', { name: 'Look at What the Tree Shows' }).press('Enter');
    const chips = page().locator('header .chip');
    await chips.first().waitFor();
    for (let left = await chips.count(); left > 0; left -= 1) {
      await chips.first().press('Enter');
      await chips.nth(left - 1).waitFor({ state: 'detached' });
      assert.equal(await panelOf(workbench()).evaluate('document.activeElement === document.body'), false);
    }
    await workbench().run('FaceAuth: Clear Filters');
    await submissionsView(workbench()).message.filter({ hasText: 'Demo data · 200 loaded' }).waitFor();
  });
}
