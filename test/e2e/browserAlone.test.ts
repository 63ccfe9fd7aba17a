import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import { startService, type Service } from '../service/service.ts';
import { mainJob } from './support/mainJob.ts';
import { withoutNode } from './support/withoutNode.ts';

describe('A VS Code in the browser alone', () => {
  const extensionPath = withoutNode();

  describe('does the main job with a service that allows pages to ask', () => {
    mainJob(extensionPath);
  });

  describe('and a service that allows no page to ask', () => {
    let service: Service;
    let workbench: Workbench;

    before(async () => {
      service = await startService({ size: 10 });
      workbench = await openWorkbench({ extensionPath, settings: { 'faceauth.baseUrl': service.baseUrl } });
      await workbench.showContainer('FaceAuth');
    });

    after(async () => {
      await workbench.close();
      await service.close();
    });

    it('say so before the key is entered, and after it was tested; the key may be stored all the same', async () => {
      await workbench.page.getByRole('button', { name: 'Add Project…' }).click();
      await workbench.input('Production');
      await workbench.quickInput.message('only if the service allows pages in the browser to ask (CORS)');
      await workbench.quickInput.type('a-key');
      await workbench.quickInput.box.press('Enter');
      await workbench.dialog();
      await workbench.answerDialog('Store Anyway');
      const { host } = new URL(service.baseUrl);
      const said = workbench.page.getByText(`The browser got no answer of ${host.split(':')[0]} that it may pass on.`);
      await said.first().waitFor();
      assert.ok(!service.requests.some(({ headers }) => headers['x-api-key'] !== undefined), 'the browser asked first');
    });

    it('show the demo data, which asks nobody', async () => {
      await workbench.run('FaceAuth: Explore Demo Data');
      await workbench.tree('Submissions').waitFor('Rejected');
      await workbench.run('FaceAuth: Show Insights');
      await workbench.webviewPage().getByRole('heading', { name: 'Outcomes per day' }).waitFor();
    });

    it('show what stands in an editor, and lead from its ids to its submissions', async () => {
      await workbench.run('View: Close All Editors');
      await workbench.run('File: New Untitled Text File');
      await workbench.page.locator('.monaco-editor.focused').waitFor();
      await workbench.page.keyboard.insertText('{"auth_id": "fa_inAnEditor1", "auth_status": "rejected"}');
      await workbench.run('FaceAuth: Inspect This Document');
      const tree = workbench.tree('Submissions');
      await tree.expand('Rejected');
      await workbench.run('View: Focus Active Editor Group');
      await workbench.page.keyboard.press('End');
      await workbench.page.keyboard.insertText(' ');
      await workbench.page.locator('.detected-link').getByText('fa_inAnEditor1').waitFor();
    });
  });
});
