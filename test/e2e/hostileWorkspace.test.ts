import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../host/folders.ts';
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import { when } from '../service/exchange.ts';
import { startService, type Service } from '../service/service.ts';
import { slowHeaders } from '../service/transport.ts';
import { openElsewhere, type Elsewhere } from './support/elsewhere.ts';
import { fillHostileFolder, hostileSettings, imitation } from './support/hostileFolder.ts';
import { setMachineSettings } from './support/machineSettings.ts';
import { nextRequest } from './support/nextRequest.ts';
import { addProject } from './support/project.ts';
import { submissionsView } from './support/submissionsView.ts';
import { trustFolder, trustOf } from './support/trust.ts';

const key = 'sk-5f0c9e7b41d84a6ea1';
const size = 60;
const pageSize = hostileSettings['faceauth.pageSize'];
// Longer than the pause of auto refresh, and than a request may take unless the workspace says otherwise.
const longAnswer = 35_000;

for (const trusted of [false, true]) {
  describe(`A hostile workspace ${trusted ? 'that is trusted' : 'in Restricted Mode'}`, () => {
    let service: Service;
    let elsewhere: Elsewhere;
    let workbench: Workbench;
    const folder = temporaryFolder();
    const exported = temporaryFolder();

    before(async () => {
      service = await startService({ keys: [key], size, broken: false });
      elsewhere = await openElsewhere();
      fillHostileFolder(folder.path, elsewhere.host);
      workbench = await openWorkbench({
        extensionPath: join(import.meta.dirname, '..', '..'),
        folder: folder.path,
        settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' },
        machineSettings: { 'faceauth.baseUrl': service.baseUrl },
      });
      if (trusted) {
        await trustFolder(workbench);
        await workbench.reload();
      }
      await addProject(workbench, 'Production', key);
    });

    after(async () => {
      await workbench.close();
      await Promise.all([service.close(), elsewhere.close()]);
      folder.release();
      exported.release();
    });

    const view = () => submissionsView(workbench);
    const byItself = () => service.requests.filter(({ query }) => 'startDate' in query);

    it(`is really ${trusted ? 'trusted' : 'restricted'}`, async () => {
      assert.equal(await trustOf(workbench), trusted ? 'trusted' : 'restricted');
    });

    it('may say how many submissions a page has, and they come from the service', async () => {
      const again = nextRequest(service);
      await workbench.run('FaceAuth: Refresh');
      assert.equal((await again).query['count'], `${pageSize}`);
      await view().expandOlder(pageSize);
      await view()
        .older(2 * pageSize)
        .waitFor();
      assert.equal(service.requests.filter(({ query }) => query['count'] === `${pageSize}`).length, 3);
    });

    it(`may ${trusted ? '' : 'not '}switch auto refresh on, and may say how long an answer can take`, async () => {
      const id = service.records.id(50);
      service.setFault(slowHeaders(longAnswer), { when: when.lookUp });
      await workbench.run('FaceAuth: Look Up Submission…');
      await workbench.quickInput.type(id);
      await workbench.pick(`Look up ${id}`);
      const shown = workbench.webviewPage().getByText(id, { exact: true }).first();
      await shown.waitFor({ timeout: 2 * longAnswer });
      service.setFault();
      assert.equal(byItself().length > 0, trusted);
    });

    it('has no part in where an export comes from', async () => {
      const target = join(exported.path, 'all.ndjson');
      await workbench.run('FaceAuth: Export Range…');
      await workbench.pick('Everything');
      await workbench.pick('NDJSON');
      await workbench.pick('As received');
      await workbench.quickInput.file(target);
      assert.match(await workbench.notification('Written to'), /all\.ndjson: 60 records/);
      assert.equal(readFileSync(target, 'utf8').trimEnd().split('\n').length, size);
    });

    it('has no part in what the insights are about', async () => {
      await workbench.run('FaceAuth: Show Insights');
      await workbench.webviewPage().getByRole('heading', { name: 'Outcomes per day' }).waitFor();
    });

    it('has files that are named like documents of the extension, and they are files', async () => {
      const before = service.requests.length - byItself().length;
      await workbench.run('File: Open File...');
      await workbench.quickInput.file(join(folder.path, 'faceauth:', 'demo', imitation.name));
      await workbench.showTab(imitation.name);
      assert.ok((await workbench.editorText()).includes(imitation.status));
      await workbench.page.keyboard.press('F1');
      await workbench.quickInput.type('>FaceAuth: Co');
      const labels = (await workbench.quickInput.rows()).map(({ label }) => label);
      assert.deepEqual(
        labels.filter((label) => /^FaceAuth: (Copy|Open)/.test(label)),
        [],
      );
      await workbench.quickInput.cancel();
      assert.equal(service.requests.length - byItself().length, before);
    });

    it('sends the key to no other host, and nothing else either', () => {
      assert.ok(service.requests.length > 5);
      assert.ok(service.requests.every(({ headers }) => headers['x-api-key'] === key));
      assert.ok(!elsewhere.received.join('').includes(key));
      // Where tasks can be run, a trusted workspace runs its own.
      const ofTasks = (text: string) => trusted && text.startsWith('POST /task ');
      assert.deepEqual(
        elsewhere.received.filter((text) => !ofTasks(text)),
        [],
      );
    });

    it('cannot put a proxy between, a person can, who then sees the name of the service alone', async () => {
      // Requests to this machine itself go by no proxy.
      setMachineSettings(workbench, { 'faceauth.baseUrl': 'https://faceauth.invalid/v3' });
      await view().failure(/^The name faceauth\.invalid could not be found/);
      assert.equal(elsewhere.received.length, 0);
      await workbench.setting('http.proxy', `http://${elsewhere.host}`);
      await workbench.run('FaceAuth: Refresh');
      await view().failure(/^The proxy did not let the request to faceauth\.invalid through/);
      assert.ok(elsewhere.received.some((text) => text.startsWith('CONNECT faceauth.invalid:443 ')));
      assert.ok(!elsewhere.received.join('').includes(key));
    });
  });
}
