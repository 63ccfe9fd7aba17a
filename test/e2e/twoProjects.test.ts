import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { utcDay } from '../../src/submissions/model/days.ts';
import { root, temporaryFolder } from '../host/folders.ts';
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import { openElsewhere, type Elsewhere } from '../service/elsewhere.ts';
import { startService, type Service } from '../service/service.ts';
import { failures } from '../service/statuses.ts';
import { assertOwnKeys } from './support/ownKeys.ts';
import { canaries, pageSize, planted } from './support/canaries.ts';
import { beginning, goingOn } from './support/everyDay.ts';
import { exporting } from './support/everyExport.ts';
import { onTheList } from './support/everyList.ts';
import { withRecords } from './support/everyRecord.ts';
import { addProjectAt } from './support/project.ts';
import { rejectedIds, type Step } from './support/step.ts';
import { submissionsView } from './support/submissionsView.ts';
import { webHost } from '../host/webHost.ts';

const productionKeys = [canaries.key, canaries.newKey, canaries.wrongKey];
const staging = { key: 'sk-staging-41c2be90aa7d', newKey: 'sk-staging-8d7f36e15b02' };
const stagingKeys = Object.values(staging);

describe('Two projects on two services', () => {
  const exports = temporaryFolder();
  let services: { readonly production: Service; readonly staging: Service };
  let elsewhere: Elsewhere;
  let workbench: Workbench;

  const show = async (name: string, count: number): Promise<void> => {
    const view = submissionsView(workbench);
    const rowsOfTheOther = (await view.tree.texts()).join();
    await workbench.ask('FaceAuth: Switch Project…', name);
    await view.message.filter({ hasText: name }).waitFor();
    // Rows are painted later than what is said above them, and the other project may have as many.
    await view.changes(rowsOfTheOther);
    await view.older(count).waitFor();
  };

  before(async () => {
    const newest = Date.parse(`${utcDay(Date.now())}T23:59:59Z`);
    const production = await startService({
      ...{ keys: [canaries.key, canaries.newKey], size: 60, days: 3, newest, broken: false },
    });
    production.setFault(planted());
    services = { production, staging: await startService({ keys: stagingKeys, size: 60, seed: 7, broken: false }) };
    services.staging.setFault(planted());
    elsewhere = await openElsewhere();
    workbench = await openWorkbench({
      extensionPath: root,
      settings: {
        'faceauth.baseUrl': production.baseUrl,
        'faceauth.pageSize': pageSize,
        'faceauth.autoRefreshSeconds': 30,
        'workbench.editor.enablePreview': false,
      },
    });
  });

  after(async () => {
    await workbench.close();
    await Promise.all([services.production.close(), services.staging.close(), elsewhere.close()]);
    exports.release();
  });

  const describeStep = ([name, act, isPossible]: Step): void => {
    it(name, async function () {
      if (isPossible?.(await webHost()) === false) this.skip();
      await act({ workbench, service: services.production, exports: exports.path });
    });
  };

  describe('before there is one,', () => {
    const testWithout = (command: string): void => {
      it(`${command} says so, and leads to adding one`, async () => {
        await workbench.run(`FaceAuth: ${command}`);
        await workbench.answer('There is no project yet.', 'Add Project…');
        await workbench.quickInput.widget.getByText('Add Project (1/2)').waitFor();
        await workbench.quickInput.cancel();
      });
    };
    ['Remove Project…', 'Replace API Key…', 'Rename Project…'].forEach(testWithout);
  });

  describe('of which one is the one that is offered,', () => {
    for (const step of beginning) {
      describeStep(step);
    }
  });

  describe('and the other is added at its own address,', () => {
    it('as the service’s page prints it; the boxes name the host', async () => {
      const { baseUrl } = services.staging;
      const { host } = new URL(baseUrl);
      await addProjectAt(workbench, { name: 'Staging', address: `${baseUrl}/faceauth/`, key: 'wrong-key' });
      assert.ok((await workbench.quickInput.message('did not accept')).includes(`at ${host}`));
      assert.ok((await workbench.quickInput.placeholder())?.includes(host));
      await workbench.input(staging.key);
      await submissionsView(workbench).message.filter({ hasText: 'Staging' }).waitFor();
      await submissionsView(workbench).older(pageSize).waitFor();
    });

    it('Back leads from the key to the name, which is still there', async () => {
      await workbench.ask('FaceAuth: Add Project…', { input: 'Third' });
      await workbench.quickInput.widget.getByText('Add Project (2/2)').waitFor();
      await workbench.quickInput.widget.getByRole('button', { name: /^Back/ }).click();
      await workbench.quickInput.widget.getByText('Add Project (1/2)').waitFor();
      assert.equal(await workbench.quickInput.box.inputValue(), 'Third');
      await workbench.quickInput.cancel();
    });

    it('it gets another name where it is shown, and asks its service nothing for that', async () => {
      const view = submissionsView(workbench);
      const before = services.staging.requests.length;
      for (const name of ['Staging in Europe', 'Staging']) {
        await workbench.ask('FaceAuth: Rename Project…', { input: name });
        await view.message.filter({ hasText: new RegExp(`^${name} ·`) }).waitFor();
      }
      assert.equal(services.staging.requests.length, before);
    });

    it('the list of projects names both hosts', async () => {
      const rows = (await workbench.offered('FaceAuth: Switch Project…')).map(
        ({ label, detail }) => `${label} ${detail}`,
      );
      for (const [name, { baseUrl }] of [
        ['Production', services.production],
        ['Staging', services.staging],
      ] as const) {
        assert.ok(rows.includes(`${name} ${baseUrl}`), rows.join('\n'));
      }
      await workbench.quickInput.cancel();
    });

    it('the address that is offered becomes another one', async () => {
      await workbench.setting('faceauth.baseUrl', `http://${elsewhere.host}/v3`);
    });

    it('it is read, looked up in, copied from and exported', async () => {
      const view = submissionsView(workbench);
      await view.expandOlder(pageSize);
      await view.older(2 * pageSize).waitFor();
      await workbench.run('FaceAuth: Refresh');
      await view.older(2 * pageSize).waitFor();
      const id = services.staging.records.id(55);
      await workbench.ask('FaceAuth: Look Up Submission…', { typed: id, row: `Look up ${id}` });
      await workbench.webviewPage().locator('h1 .id').getByText(id, { exact: true }).waitFor();
      await workbench.webviewPage().getByRole('button', { name: 'Open as JSON' }).click();
      await workbench.showTab(`${id}.json`);
      await workbench.run('FaceAuth: Copy as cURL');
      await workbench.notification('Copied without the key');
      await workbench.dismiss('Copied without the key');
      assert.ok((await workbench.clipboard()).includes(`'${services.staging.baseUrl}/faceauth?authId=${id}'`));
      await workbench.ask('FaceAuth: Export Range…', 'Everything', 'NDJSON', 'As received');
      await workbench.quickInput.file(join(exports.path, 'staging.ndjson'));
      await workbench.notification('Written to');
      await workbench.dismiss('staging.ndjson');
      await workbench.run('View: Close All Editors');
    });
  });

  describe('while the first is worked with,', () => {
    before(async () => {
      await show('Production', pageSize);
    });

    for (const step of [...onTheList, ...exporting, ...withRecords, ...goingOn]) {
      describeStep(step);
    }
  });

  describe('where the tab of the one fails while the other is shown,', () => {
    before(async () => {
      await workbench.run('View: Close All Editors');
      await show('Staging', pageSize);
      const [id = ''] = await rejectedIds(workbench);
      await submissionsView(workbench).tree.press(id, 'Enter');
      await workbench.webviewPage().locator('h1 .id').getByText(id, { exact: true }).waitFor();
      await show('Production', pageSize);
      services.staging.inject(failures.unauthorized, { when: ({ headers }) => headers['x-api-key'] === staging.key });
      await workbench.reload();
    });

    it('its remedy asks for the key of its own project and host, and the tab is there again', async () => {
      const page = workbench.webviewPage();
      await page.getByRole('button', { name: 'Replace API Key…' }).click();
      await workbench.quickInput.widget.getByText('Replace API Key of Staging').waitFor();
      assert.ok((await workbench.quickInput.placeholder())?.includes(new URL(services.staging.baseUrl).host));
      await workbench.input(staging.newKey);
      await page.locator('h1 .id').waitFor();
    });

    it('the key of the other project is what it was', async () => {
      const before = services.production.requests.length;
      await workbench.run('FaceAuth: Refresh');
      while (services.production.requests.length === before) {
        await setTimeout(50);
      }
      assert.equal(services.production.requests.at(-1)?.headers['x-api-key'], canaries.newKey);
    });

    it('the tab of a project that was removed offers to look in another one, which is asked for the same id', async () => {
      await workbench.ask('FaceAuth: Remove Project…', 'Staging');
      await workbench.dialog();
      await workbench.answerDialog('Remove');
      await workbench.reload();
      const page = workbench.webviewPage();
      await page.getByText('The project of this submission is no longer in VS Code.', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Look in Another Project…' }).click();
      await workbench.pick('Production');
      await page.getByText('The project “Production” has no submission of this id.', { exact: true }).waitFor();
    });
  });

  describe('after all of this', () => {
    it('no key of one came to the other, in no header and no address, and none anywhere else', () => {
      assertOwnKeys(services.production, productionKeys, stagingKeys);
      assertOwnKeys(services.staging, [...stagingKeys, 'wrong-key'], productionKeys);
      assert.deepEqual(elsewhere.received, []);
    });
  });
});
