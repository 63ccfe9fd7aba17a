import assert from 'node:assert/strict';
import { when } from '../../service/exchange.ts';
import { canaries, echoing } from './canaries.ts';
import { rejectedIds, type Stage, type Step } from './step.ts';
import { submissionsView } from './submissionsView.ts';

/** What is done with single records. */
export const withRecords: readonly Step[] = [
  ['a record is opened as a comparison, as JSON and as a diff', openNewest],
  ['what can be copied is copied', copy],
  ['ids are looked up: one that is found, one that is not, and one that fails', lookUp],
  ['the screen is shared, and not any more', shareScreen],
  ['another record is opened as JSON and as a diff, and closed', openAndClose],
];

async function open({ workbench, service }: Stage, id: string): Promise<void> {
  await submissionsView(workbench).tree.press(id, 'Enter');
  await workbench.webviewPage().locator('h1 .id').getByText(id, { exact: true }).waitFor();
  await workbench.webviewPage().getByRole('button', { name: 'Open as JSON' }).click();
  await workbench.showTab(`${id}.json`);
  await workbench.ask('FaceAuth: Compare With…', {
    typed: service.records.id(50),
    row: `Look up ${service.records.id(50)}`,
  });
  await workbench.page.locator('.monaco-diff-editor').waitFor();
}

async function openNewest(stage: Stage): Promise<void> {
  const [id = ''] = await rejectedIds(stage.workbench);
  await open(stage, id);
  await stage.workbench.showTab(`${id}.json`);
}

async function openAndClose(stage: Stage): Promise<void> {
  const { workbench, service } = stage;
  const diff = workbench.page.locator('.monaco-diff-editor');
  const [, id = ''] = await rejectedIds(workbench);
  await open(stage, id);
  await workbench.showTab(`${id}.json`);
  await workbench.run('View: Close Editor');
  // A document that a diff still shows stays open when its own tab is closed.
  await workbench.showTab(`${service.records.id(50)} ↔ ${id}`);
  await diff.getByText(`"${id}"`).first().waitFor();
  assert.equal(await workbench.page.locator('.part.editor .deleted, .monaco-dialog-box').count(), 0);
  await workbench.run('View: Close Editor');
  await diff.waitFor({ state: 'hidden' });
  // A panel that has just got the focus and is not there yet takes no keys.
  await submissionsView(workbench).tree.focus('Rejected');
}

async function copy({ workbench }: Stage): Promise<void> {
  const { page } = workbench;
  const id = (await workbench.activeTab())?.replace('.json', '') ?? '';
  await workbench.run('FaceAuth: Copy as cURL');
  await workbench.notification('Copied without the key');
  assert.match(await workbench.clipboard(), /^curl --header "x-api-key: \$FACEAUTH_API_KEY"/);
  await workbench.run('FaceAuth: Copy Redacted JSON');
  await page.locator('.part.statusbar').getByText('Redacted JSON copied').waitFor();
  assert.match(await workbench.clipboard(), /"id-[a-z2-8]{12}"/);
  await workbench.run('FaceAuth: Copy authId');
  await page.locator('.part.statusbar').getByText('authId copied').waitFor();
  assert.equal(await workbench.clipboard(), id);
}

async function lookUp({ workbench, service }: Stage): Promise<void> {
  const { webviewPage } = workbench;
  const ask = async (id: string): Promise<void> => {
    await workbench.ask('FaceAuth: Look Up Submission…', { typed: `{"authId": "${id}"}`, row: `Look up ${id}` });
  };
  const [far, failing] = [service.records.id(55), service.records.id(56)];
  const end = service.inject(echoing(422, failing), { when: when.lookUp });
  await ask(failing);
  await webviewPage().getByText('refused the request').first().waitFor();
  end();
  await ask(far);
  await webviewPage().locator('h1 .id').getByText(far, { exact: true }).waitFor();
  await ask(canaries.absent);
  await webviewPage().getByText('has no submission').first().waitFor();
}

async function shareScreen({ workbench }: Stage): Promise<void> {
  const { message, tree } = submissionsView(workbench);
  await workbench.run('FaceAuth: Start Screen-Share Mode');
  await message.filter({ hasText: 'screen-share mode' }).waitFor();
  await workbench.page
    .locator('.tab')
    .filter({ hasText: /^id-.*\.json/ })
    .first()
    .waitFor();
  await workbench.run('FaceAuth: Stop Screen-Share Mode');
  await message.filter({ hasNotText: 'screen-share mode' }).waitFor();
  await workbench.page
    .locator('.tab')
    .filter({ hasText: /^fa_.*\.json/ })
    .first()
    .waitFor();
  // The tree is painted later than the tabs.
  await tree.tree.locator('.label-name').filter({ hasText: /^id-/ }).first().waitFor({ state: 'hidden' });
}
