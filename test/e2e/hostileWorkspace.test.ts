import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { root, temporaryFolder } from '../host/folders.ts';
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import { when } from '../service/exchange.ts';
import { startService, type Service } from '../service/service.ts';
import { slowHeaders } from '../service/transport.ts';
import { openElsewhere, type Elsewhere } from '../service/elsewhere.ts';
import { fillHostileFolder, hostileSettings, imitation } from './support/hostileFolder.ts';
import { autoRefreshOf, nextRequest } from './support/nextRequest.ts';
import { addProject, addUnreachable } from './support/project.ts';
import { submissionsView } from './support/submissionsView.ts';
import { failureViewOf } from './support/failureView.ts';
import { trustFolder, trustOf } from './support/trust.ts';

const key = 'sk-5f0c9e7b41d84a6ea1';
const size = 60;
const pageSize = hostileSettings['faceauth.pageSize'];
const { 'faceauth.autoRefreshSeconds': autoRefresh, 'faceauth.requestTimeoutSeconds': timeout } = hostileSettings;

describe('A hostile workspace', () => {
  let service: Service;
  let elsewhere: Elsewhere;
  let workbench: Workbench;
  let shownAt: number;
  const folder = temporaryFolder();
  const exported = temporaryFolder();

  before(async () => {
    service = await startService({ keys: [key], size, broken: false });
    elsewhere = await openElsewhere();
    fillHostileFolder(folder.path, elsewhere.host);
    workbench = await openWorkbench({
      extensionPath: root,
      folder: folder.path,
      settings: {
        'faceauth.baseUrl': service.baseUrl,
        'security.workspace.trust.enabled': true,
        'security.workspace.trust.startupPrompt': 'never',
      },
    });
    await addProject(workbench, 'Production', key);
    shownAt = performance.now();
  });

  after(async () => {
    await workbench.close();
    await Promise.all([service.close(), elsewhere.close()]);
    folder.release();
    exported.release();
  });

  const view = () => submissionsView(workbench);
  const byItself = () => service.requests.filter(({ query }) => 'startDate' in query);

  // What came elsewhere, except what the workspace's own tasks sent. A trusted workspace runs its tasks, where it can.
  const notOfTasks = () => elsewhere.received.filter((text) => !text.startsWith('POST /task '));

  const asksForPagesOfItsSize = async (): Promise<void> => {
    const again = nextRequest(service);
    await workbench.run('FaceAuth: Refresh');
    assert.equal((await again).query['count'], `${pageSize}`);
  };

  const keyCameToTheServiceAlone = (): void => {
    assert.ok(service.requests.every(({ headers }) => headers['x-api-key'] === key));
    assert.ok(!elsewhere.received.join('').includes(key));
  };

  describe('in Restricted Mode', () => {
    it('is really restricted', async () => {
      assert.equal(await trustOf(workbench), 'restricted');
    });

    it('may say how many submissions a page has, and they come from the service', async () => {
      await asksForPagesOfItsSize();
      await view().expandOlder(pageSize);
      await view()
        .older(2 * pageSize)
        .waitFor();
      assert.equal(service.requests.filter(({ query }) => query['count'] === `${pageSize}`).length, 3);
    });

    it('may not switch auto refresh on', async () => {
      // The view has been in front since `shownAt`, so an automatic refresh would have come by now.
      await setTimeout(Math.max(0, shownAt + (autoRefresh + 3) * 1000 - performance.now()));
      assert.deepEqual(byItself(), []);
    });

    it('sends the key to no other host, and nothing else either', () => {
      assert.ok(service.requests.length > 3);
      keyCameToTheServiceAlone();
      assert.deepEqual(elsewhere.received, []);
    });
  });

  // What it could do in Restricted Mode, it can do now, and more.
  describe('that is trusted', () => {
    before(async () => {
      await trustFolder(workbench);
      await workbench.reload();
      await view().older(pageSize).waitFor();
    });

    it('is really trusted', async () => {
      assert.equal(await trustOf(workbench), 'trusted');
    });

    it('may say how many submissions a page has', asksForPagesOfItsSize);

    it('may say how long an answer can take', async () => {
      const id = service.records.id(50);
      service.setFault(slowHeaders(60_000), { when: when.lookUp });
      await workbench.ask('FaceAuth: Look Up Submission…', { typed: id, row: `Look up ${id}` });
      await workbench.webviewPage().getByText(`did not answer within ${timeout} seconds`).first().waitFor();
      service.setFault();
    });

    it('has no part in where an export comes from', async () => {
      const target = join(exported.path, 'all.ndjson');
      await workbench.ask('FaceAuth: Export Range…', 'Everything', 'NDJSON', 'As received');
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
      await workbench.quickInput.file(join(folder.path, 'faceauth:', 'FaceAuth submissions', 'demo', imitation.name));
      await workbench.showTab(imitation.name);
      assert.ok((await workbench.editorText()).includes(imitation.status));
      await workbench.palette('FaceAuth: Co');
      const labels = (await workbench.quickInput.rows()).map(({ label }) => label);
      assert.deepEqual(
        labels.filter((label) => /^FaceAuth: (Copy (?!Failure)|Open)/.test(label)),
        [],
      );
      await workbench.quickInput.cancel();
      assert.equal(service.requests.length - byItself().length, before);
    });

    it('may switch auto refresh on', async () => {
      await autoRefreshOf(service);
    });

    it('sends the key to no other host, and nothing else but what its own tasks send', () => {
      keyCameToTheServiceAlone();
      assert.deepEqual(notOfTasks(), []);
    });

    it('cannot put a proxy between, a person can, who then sees the name of the service alone', async () => {
      // Requests to this machine itself go by no proxy.
      await addUnreachable(workbench, { name: 'Nowhere', address: 'https://faceauth.invalid/v3', key });
      await failureViewOf(workbench).says('The name faceauth.invalid could not be found');
      assert.deepEqual(notOfTasks(), []);
      await workbench.setting('http.proxy', `http://${elsewhere.host}`);
      await failureViewOf(workbench).press('Try Again');
      await failureViewOf(workbench).says('The proxy did not let the request to faceauth.invalid through');
      assert.ok(elsewhere.received.some((text) => text.startsWith('CONNECT faceauth.invalid:443 ')));
      assert.ok(!elsewhere.received.join('').includes(key));
    });

    it('shows a file that is dropped onto the view, and nobody is asked', async () => {
      const before = service.requests.length + elsewhere.received.length;
      await workbench.dragTab(imitation.name, view().tree.tree);
      await view()
        .message.filter({ hasText: `${imitation.name} · 1 loaded` })
        .waitFor();
      await view().tree.waitFor(imitation.status);
      assert.equal(service.requests.length + elsewhere.received.length, before);
    });
  });
});
