import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { echoing, pageSize } from './canaries.ts';
import { rejectedIds, type Stage, type Step } from './step.ts';
import { submissionsView } from './submissionsView.ts';

/** Every way to take data elsewhere, into a folder that is for nothing else. */
export const exporting: readonly Step[] = [
  ['a page is exported', exportPage],
  ['everything is exported, as received and redacted, in every format', exportEverything],
  ['one submission is exported from its context menu', exportSelection],
  ['one submission is exported from its panel', exportShown],
  ['an export fails half way, and its part is kept', keepPart],
  ['insights are read, tried out and taken away', insights],
];

async function written({ workbench }: Stage, name: string): Promise<void> {
  await workbench.notification(`Written to`);
  await workbench.dismiss(name);
}

async function exportPage(stage: Stage): Promise<void> {
  const { workbench, exports } = stage;
  await submissionsView(workbench).reopen();
  await submissionsView(workbench).older(pageSize).waitFor();
  await workbench.run('FaceAuth: Export Page to JSON…');
  await workbench.quickInput.file(join(exports, 'page.json'));
  await written(stage, 'page.json');
}

async function exportRange({ workbench, exports }: Stage, format: string, choice: string, name: string): Promise<void> {
  await workbench.ask('FaceAuth: Export Range…', 'Everything', format, choice);
  await workbench.quickInput.file(join(exports, name));
}

async function exportEverything(stage: Stage): Promise<void> {
  for (const format of ['JSON', 'NDJSON', 'CSV']) {
    for (const [choice, name] of [
      ['As received', 'all'],
      ['Redacted', 'redacted'],
    ] as const) {
      const file = `${name}.${format.toLowerCase()}`;
      await exportRange(stage, format, choice, file);
      await written(stage, file);
    }
  }
}

async function exportSelection(stage: Stage): Promise<void> {
  const { workbench, exports } = stage;
  const [id = ''] = await rejectedIds(workbench);
  await submissionsView(workbench).tree.choose(id, 'Export Selected…');
  await workbench.pick('NDJSON');
  await workbench.pick('Redacted');
  await workbench.quickInput.file(join(exports, 'redacted-selected.ndjson'));
  await written(stage, 'redacted-selected.ndjson');
}

async function exportShown(stage: Stage): Promise<void> {
  const { workbench, exports } = stage;
  const [id = ''] = await rejectedIds(workbench);
  await submissionsView(workbench).tree.press(id, 'Enter');
  const panel = workbench.webviewPage();
  await panel.locator('h1 .id').getByText(id, { exact: true }).waitFor();
  await panel.getByRole('button', { name: 'Export…' }).click();
  await workbench.pick('JSON');
  await workbench.pick('As received');
  await workbench.quickInput.file(join(exports, 'shown.json'));
  await written(stage, 'shown.json');
  assert.match(readFileSync(join(exports, 'shown.json'), 'utf8'), new RegExp(`"${id}"`));
}

async function keepPart(stage: Stage): Promise<void> {
  const { workbench, service, exports } = stage;
  const end = service.inject(echoing(400, service.records.id(2)), { when: ({ query }) => 'nextKey_id' in query });
  await exportRange(stage, 'NDJSON', 'As received', 'part.ndjson');
  await workbench.answer('The export stopped', 'Stop');
  await workbench.answer('Keep what was written', 'Keep');
  await workbench.page.locator('.notification-list-item').filter({ hasText: 'Keep what' }).waitFor({ state: 'hidden' });
  end();
  assert.ok(existsSync(join(exports, 'part.ndjson.partial')));
}

async function insights({ workbench, exports }: Stage): Promise<void> {
  const page = workbench.webviewPage();
  await workbench.run('FaceAuth: Show Insights');
  await page.getByRole('heading', { level: 1, name: 'Insights' }).waitFor();
  await page.getByLabel('Threshold of face similarity, as a number').fill('99');
  await page.locator('ul.flipped li button').first().waitFor();
  await page.getByRole('button', { name: 'Copy as Markdown' }).press('Enter');
  await workbench.notification('as Markdown');
  await page.getByRole('button', { name: 'Save as CSV…' }).press('Enter');
  await workbench.quickInput.file(join(exports, 'insights.csv'));
  await workbench.notification('insights.csv');
  await page.locator('ul.flipped li button').first().press('Enter');
  await page.locator('h1 .id').waitFor();
}
