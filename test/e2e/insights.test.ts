import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { root, temporaryFolder } from '../host/folders.ts';
import { openWorkbench, themes, type Workbench } from '../host/workbench.ts';
import { keepHeadings, testFirstChart } from './support/firstChart.ts';
import { bodyClasses, panelOf } from './support/panel.ts';
import { filteredByTable, withoutConditions } from './support/insightsFilter.ts';
import { takenAway } from './support/insightsTakenAway.ts';
import { submissionsView } from './support/submissionsView.ts';

describe('Insights, by the keyboard alone', () => {
  const folder = temporaryFolder();
  let workbench: Workbench;

  before(async () => {
    mkdirSync(folder.path, { recursive: true });
    const size = { width: 1500, height: 1100 };
    workbench = await openWorkbench({ extensionPath: root, folder: folder.path, size });
    await workbench.run('FaceAuth: Explore Demo Data');
    await view().tree.waitFor('Rejected');
  });

  after(async () => {
    await workbench.close();
    folder.release();
  });

  const view = () => submissionsView(workbench);
  const page = () => workbench.webviewPage();
  const panel = () => panelOf(workbench);
  const flips = () => page().locator('dl.flips dd').allTextContents();
  const tried = (threshold: string) =>
    page().locator('figure svg text').getByText(`tried ${threshold}`, { exact: true });
  const slider = 'Threshold of face similarity';

  const shows = async (): Promise<void> => {
    await page().getByRole('heading', { level: 1, name: 'Insights' }).waitFor();
    await page().locator('figure svg').first().waitFor();
  };

  /** Opens the submissions of a mark in the tree, waits for these words above it, and goes back. */
  const leadAndBack = async (button: Locator, words: string, count?: string): Promise<void> => {
    await button.press('Enter');
    await view()
      .message.filter({ hasText: words })
      .filter({ hasText: `${count} of 200 loaded match` })
      .waitFor();
    await page().getByRole('button', { name: 'Back to the Filter Before' }).press('Enter');
    await view().message.filter({ hasText: 'Demo data · 200 loaded' }).waitFor();
  };

  it('show what is loaded, and say how much that is', async () => {
    await keepHeadings(workbench.page);
    await workbench.run('FaceAuth: Show Insights');
    await shows();
    assert.equal(await workbench.activeTab(), 'FaceAuth Insights');
    assert.match(await page().locator('header .facts').innerText(), /Demo.* · 200 loaded, more on the service/s);
    assert.deepEqual(await page().getByRole('heading', { level: 2 }).allTextContents(), [
      'Outcomes per day',
      'Why submissions were rejected',
      'Attempts of each KYC submission',
      'Scores against the threshold',
      'Near misses',
      'Policies of these submissions',
      'Findings',
      'What if',
    ]);
  });

  testFirstChart(() => workbench, 'Outcomes per day', 8);

  it('lead from bar to bar with the arrow keys, and past all of them with the Tab key', async () => {
    const name = () => panel().evaluate("document.activeElement.getAttribute('aria-label')");
    const bars = page().locator('.chart').first().locator('[data-key]');
    await bars.first().focus();
    const first = await name();
    await workbench.page.keyboard.press('ArrowRight');
    const second = await name();
    assert.match(String(second), /^Show \d+ submissions?: /);
    assert.notEqual(second, first);
    await page().locator('.tip').getByText(String(second), { exact: true }).waitFor();
    await workbench.page.keyboard.press('End');
    const last = await name();
    await workbench.page.keyboard.press('ArrowRight');
    assert.equal(await name(), last);
    await workbench.page.keyboard.press('Home');
    assert.equal(await name(), first);
    assert.match((await panel().tab()).name, /^Show as table/);
    assert.equal((await panel().tab('Shift+Tab')).name, first);
  });

  it('tell at once what another threshold would have done', async () => {
    await panel().focus();
    const before = await flips();
    await panel().tabTo(slider, 60);
    for (let steps = 0; steps < 10; steps += 1) {
      await workbench.page.keyboard.press('ArrowRight');
    }
    await tried('95').waitFor();
    const after = await flips();
    assert.notDeepEqual(after, before);
    await page().locator('[aria-valuetext^="at 95: "]').waitFor();
    assert.equal(await page().getByLabel(`${slider}, as a number`).inputValue(), '95');
    await page()
      .getByRole('status')
      .filter({ hasText: `${after[0]} rejected would be approved, ${after[1]} approved would be rejected` })
      .waitFor({ state: 'attached' });
  });

  it('take a threshold as a number, tell nothing to be wrong before it is one, and why it is wrong then', async () => {
    const alert = page().getByRole('alert');
    await workbench.page.keyboard.press('Shift+Tab');
    await workbench.page.keyboard.type('999');
    await tried('99').waitFor();
    await alert.getByText('Enter a number from 0 to 100.').waitFor();
    // Not Control+A: after it VS Code itself selects all once more, at any time while the next keys are typed.
    await workbench.page.keyboard.press('Shift+Home');
    await workbench.page.keyboard.type('98.');
    await tried('98').waitFor();
    assert.equal(await alert.count(), 0);
    await workbench.page.keyboard.type('5');
    await tried('98.5').waitFor();
    await workbench.page.keyboard.press('Shift+Home');
    await workbench.page.keyboard.type('99.5');
    await tried('99.5').waitFor();
  });

  it('let the answer that stays in view hide nothing that has the focus', async () => {
    const isHidden = `(() => {
      const focused = document.activeElement.getBoundingClientRect();
      const answer = document.querySelector('dl.flips').getBoundingClientRect();
      return focused.top < answer.bottom && focused.bottom > answer.top;
    })()`;
    const last = 'Threshold of active liveness';
    await panel().tabTo(last, 60);
    for (let name = last; name !== slider; { name } = await panel().tab('Shift+Tab')) {
      assert.equal(await panel().evaluate(isHidden), false, name);
    }
    assert.equal(await panel().evaluate(isHidden), false, slider);
    await workbench.page.keyboard.press('Shift+Tab');
  });

  it('keep the focus on the way back to the newest policy', async () => {
    const reset = page().getByRole('button', { name: 'Back to the newest policy' });
    await reset.press('Enter');
    await tried('99.5').waitFor({ state: 'detached' });
    assert.equal(await reset.getAttribute('aria-disabled'), 'true');
    assert.equal(await panel().evaluate('document.activeElement.innerText'), 'Back to the newest policy');
    await page().getByLabel(`${slider}, as a number`).fill('99.5');
    await tried('99.5').waitFor();
  });

  it('open a submission that would have come out otherwise', async () => {
    const first = page().locator('ul.flipped li').first();
    const id = await first.locator('button').innerText();
    assert.match(await first.innerText(), /→ rejected[\s\S]*face similarity [\d.]+ < 99\.5/);
    await panel().tabTo(`Show submission ${id}`, 90);
    await workbench.page.keyboard.press('Enter');
    await page().locator('h1 .id').getByText(id, { exact: true }).waitFor();
  });

  it('keep the tried thresholds over a reload of the window', async () => {
    await workbench.showTab('FaceAuth Insights');
    await shows();
    await workbench.reload();
    await shows();
    await tried('99.5').waitFor();
  });

  filteredByTable(() => workbench);

  it('sum up what would have come of them, leave what has no score as recorded where chosen, and open each count', async () => {
    const rows = page().locator('.summary tbody tr');
    const open = rows.filter({ hasText: 'Undecided: no score' });
    const choice = page().getByLabel('Leave checks without a usable score as recorded');
    await page().locator('.summary summary').press('Enter');
    await open.waitFor();
    await choice.press('Space');
    await open.waitFor({ state: 'detached' });
    const row = rows.filter({ hasText: 'Approved → rejected' });
    const count = (await row.locator('td.number').first().innerText()).trim();
    await leadAndBack(row.getByRole('button'), 'What if: Approved → rejected', count);
  });

  it('hold a policy against the same submissions beside the tried one, and open what comes to something else', async () => {
    await page().getByRole('button', { name: 'Compare With…' }).press('Enter');
    await workbench.quickInput.pick('The thresholds as they are tried now');
    const rows = page().getByRole('region', { name: 'Tried and compared' }).locator('tbody tr');
    await rows.first().waitFor();
    const opening = rows.filter({ hasText: 'Approved → rejected' }).getByRole('button');
    assert.equal(await opening.count(), 0);
    await page().getByLabel(slider, { exact: true }).press('Home');
    await page().getByText('compared 99.5', { exact: true }).waitFor();
    const count = (await opening.getAttribute('aria-label'))?.match(/[\d,]+/)?.[0];
    await leadAndBack(opening, 'Tried and compared: Approved → rejected', count);
    const box = page().getByLabel(`${slider}, as a number`);
    await box.fill('99.5');
    await tried('99.5').waitFor();
  });

  takenAway(() => workbench, folder.path);

  const faultless = (theme: keyof typeof themes): void => {
    it(`have no fault that axe can find, in ${theme}`, async () => {
      workbench.theme(theme);
      await page().locator(`body.${bodyClasses[theme]}`).waitFor();
      await shows();
      await panel().assertFaultless(theme);
    });
  };

  for (const theme of ['dark', 'light', 'hc-dark', 'hc-light'] as const) {
    faultless(theme);
  }

  withoutConditions(() => workbench);

  it('say aloud why nothing is left to look at', async () => {
    await workbench.ask('FaceAuth: Filter by Date…', 'Other days…', { input: '2100-01-01' });
    await page().getByRole('status').getByText('There are no submissions for these days.').waitFor();
    await workbench.run('FaceAuth: Clear Filters');
    await shows();
  });

  it('need no scrolling sideways where it is narrow, or at 400 % zoom 320 pixels wide', async () => {
    await workbench.page.setViewportSize({ width: 800, height: 700 });
    await panel().happened('resize', 'innerWidth < 500');
    assert.ok(await panel().evaluate('document.documentElement.scrollWidth <= innerWidth'));
    await panel().assertFaultless('narrow');
    await workbench.run('View: Close Primary Side Bar');
    await workbench.page.setViewportSize({ width: 370, height: 700 });
    await panel().happened('resize', 'innerWidth <= 330');
    assert.ok(await panel().evaluate('document.documentElement.scrollWidth <= innerWidth'));
  });

  it('leave the window working, without an error in its console', () => {
    assert.deepEqual(workbench.problems, []);
  });
});
