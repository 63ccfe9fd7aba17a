import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Workbench } from '../../host/workbench.ts';
import { failures } from '../../service/statuses.ts';
import { canaries, pageSize } from './canaries.ts';
import { nextRequest } from './nextRequest.ts';
import { addProjectAt } from './project.ts';
import { rejectedIds, type Stage, type Step } from './step.ts';
import { submissionsView } from './submissionsView.ts';

/** What commands about a project say before there is one. */
export const withoutProject: readonly Step[] = ['Remove Project…', 'Replace API Key…', 'Rename Project…'].map(
  (command): Step => [
    `${command} says that there is none, and leads to adding one`,
    async ({ workbench }) => {
      await workbench.run(`FaceAuth: ${command}`);
      await workbench.answer('There is no project yet.', 'Add Project…');
      await workbench.quickInput.widget.getByText('Add Project (1/2)').waitFor();
      await workbench.quickInput.cancel();
    },
  ],
);

/** A second project comes, at an address of its own, and is worked with. */
export const addingAnother: readonly Step[] = [
  ['another project is added at its own address, as the service’s page prints it; the boxes name the host', addAnother],
  ['Back leads from the key to the name, which is still there', goBack],
  ['it gets another name where it is shown, and asks its service nothing for that', rename],
  ['the list of projects names both hosts', list],
  [
    'the address that is offered becomes another one',
    async ({ workbench, elsewhere }) => {
      await workbench.setting('faceauth.baseUrl', `http://${elsewhere.host}/v3`);
    },
  ],
  ['it is read, looked up in, copied from and exported', useAnother],
  ['the first is shown again', async ({ workbench }) => await show(workbench, 'Production')],
];

/** The tab of the one project fails while the other is shown; then that project is removed. */
export const failingTab: readonly Step[] = [
  ['a tab of the second project fails while the first is shown', failTab],
  ['its remedy asks for the key of its own project and host, and the tab is there again', replaceKey],
  ['the key of the first project is what it was', refresh],
  [
    'the tab of a project that was removed offers to look in another one, which is asked for the same id',
    lookElsewhere,
  ],
];

async function show(workbench: Workbench, name: string): Promise<void> {
  const view = submissionsView(workbench);
  const rowsOfTheOther = (await view.tree.texts()).join();
  await workbench.ask('FaceAuth: Switch Project…', name);
  await view.message.filter({ hasText: name }).waitFor();
  // Rows are painted later than the message above them, and both projects may have equally many, so wait for a change.
  await view.changes(rowsOfTheOther);
  await view.older(pageSize).waitFor();
}

async function addAnother({ workbench, staging }: Stage): Promise<void> {
  const { host } = new URL(staging.baseUrl);
  const address = `${staging.baseUrl}/faceauth/`;
  await addProjectAt(workbench, { name: 'Staging', address, key: canaries.wrongKeyOfStaging });
  assert.ok((await workbench.quickInput.message('did not accept')).includes(`at ${host}`));
  assert.ok((await workbench.quickInput.placeholder())?.includes(host));
  await workbench.input(canaries.keyOfStaging);
  await submissionsView(workbench).message.filter({ hasText: 'Staging' }).waitFor();
  await submissionsView(workbench).older(pageSize).waitFor();
}

async function goBack({ workbench }: Stage): Promise<void> {
  await workbench.ask('FaceAuth: Add Project…', { input: 'Third' });
  await workbench.quickInput.widget.getByText('Add Project (2/2)').waitFor();
  await workbench.quickInput.widget.getByRole('button', { name: /^Back/ }).click();
  await workbench.quickInput.widget.getByText('Add Project (1/2)').waitFor();
  assert.equal(await workbench.quickInput.box.inputValue(), 'Third');
  await workbench.quickInput.cancel();
}

async function rename({ workbench, staging }: Stage): Promise<void> {
  const before = staging.requests.length;
  for (const name of ['Staging in Europe', 'Staging']) {
    await workbench.ask('FaceAuth: Rename Project…', { input: name });
    await submissionsView(workbench)
      .message.filter({ hasText: new RegExp(`^${name} ·`) })
      .waitFor();
  }
  assert.equal(staging.requests.length, before);
}

async function list({ workbench, service, staging }: Stage): Promise<void> {
  const offered = await workbench.offered('FaceAuth: Switch Project…');
  const rows = offered.map(({ label, detail }) => `${label} ${detail}`);
  for (const row of [`Production ${service.baseUrl}`, `Staging ${staging.baseUrl}`]) {
    assert.ok(rows.includes(row), rows.join('\n'));
  }
  await workbench.quickInput.cancel();
}

async function useAnother({ workbench, staging, exports }: Stage): Promise<void> {
  const view = submissionsView(workbench);
  await view.expandOlder(pageSize);
  await view.older(2 * pageSize).waitFor();
  await workbench.run('FaceAuth: Refresh');
  await view.older(2 * pageSize).waitFor();
  const id = staging.records.id(55);
  await workbench.ask('FaceAuth: Look Up Submission…', { typed: id, row: `Look up ${id}` });
  await workbench.webviewPage().locator('h1 .id').getByText(id, { exact: true }).waitFor();
  await workbench.webviewPage().getByRole('button', { name: 'Open as JSON' }).click();
  await workbench.showTab(`${id}.json`);
  await workbench.run('FaceAuth: Copy as cURL');
  await workbench.notification('Copied without the key');
  await workbench.dismiss('Copied without the key');
  assert.ok((await workbench.clipboard()).includes(`'${staging.baseUrl}/faceauth?authId=${id}'`));
  await workbench.ask('FaceAuth: Export Range…', 'Everything', 'NDJSON', 'As received');
  await workbench.quickInput.file(join(exports, 'staging.ndjson'));
  await workbench.notification('Written to');
  await workbench.dismiss('staging.ndjson');
  await workbench.run('View: Close All Editors');
}

async function failTab({ workbench, staging }: Stage): Promise<void> {
  await workbench.run('View: Close All Editors');
  await show(workbench, 'Staging');
  const [id = ''] = await rejectedIds(workbench);
  await submissionsView(workbench).tree.press(id, 'Enter');
  await workbench.webviewPage().locator('h1 .id').getByText(id, { exact: true }).waitFor();
  await show(workbench, 'Production');
  staging.inject(failures.unauthorized, { when: ({ headers }) => headers['x-api-key'] === canaries.keyOfStaging });
  await workbench.reload();
  await workbench.webviewPage().getByRole('button', { name: 'Replace API Key…' }).waitFor();
}

async function replaceKey({ workbench, staging }: Stage): Promise<void> {
  const page = workbench.webviewPage();
  await page.getByRole('button', { name: 'Replace API Key…' }).click();
  await workbench.quickInput.widget.getByText('Replace API Key of Staging').waitFor();
  assert.ok((await workbench.quickInput.placeholder())?.includes(new URL(staging.baseUrl).host));
  await workbench.input(canaries.newKeyOfStaging);
  await page.locator('h1 .id').waitFor();
}

async function refresh({ workbench, service }: Stage): Promise<void> {
  const again = nextRequest(service);
  await workbench.run('FaceAuth: Refresh');
  assert.equal((await again).headers['x-api-key'], canaries.newKey);
}

async function lookElsewhere({ workbench }: Stage): Promise<void> {
  await workbench.ask('FaceAuth: Remove Project…', 'Staging');
  await workbench.dialog();
  await workbench.answerDialog('Remove');
  await workbench.reload();
  const page = workbench.webviewPage();
  await page.getByText('The project of this submission is no longer in VS Code.', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Look in Another Project…' }).click();
  await workbench.pick('Production');
  await page.getByText('The project “Production” has no submission of this id.', { exact: true }).waitFor();
}
