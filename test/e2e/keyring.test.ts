import assert from 'node:assert/strict';
import { root } from '../host/folders.ts';
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import { DEMO_KEY } from '../../src/demo/service.ts';
import { startService, type Service } from '../service/service.ts';
import { failureViewOf } from './support/failureView.ts';
import { addProject } from './support/project.ts';
import { rejectedIds } from './support/step.ts';
import { submissionsView } from './support/submissionsView.ts';

const silence = 'The keyring of this machine does not answer, so the API key cannot be read.';

describe('A window whose keyring does not answer', () => {
  let service: Service;
  let workbench: Workbench;
  let sent: number;

  const view = () => submissionsView(workbench);

  before(async () => {
    service = await startService({ size: 60, broken: false });
    workbench = await openWorkbench({
      extensionPath: root,
      settings: { 'faceauth.baseUrl': service.baseUrl, 'faceauth.pageSize': 20 },
    });
    await addProject(workbench, 'Production');
    const [id = ''] = await rejectedIds(workbench);
    await view().tree.press(id, 'Enter');
    await workbench.webviewPage().locator('h1 .id').getByText(id, { exact: true }).waitFor();
    await workbench.run('FaceAuth: Start Screen-Share Mode');
    await workbench.webviewPage().locator('h1 .id').filter({ hasText: /^id-/ }).waitFor();
    workbench.server.keyring.lock();
    await workbench.reload();
    sent = service.requests.length;
    await workbench.showContainer('FaceAuth');
  });

  after(async () => {
    await workbench.close();
    await service.close();
  });

  it('says so in the list, with what helps', async () => {
    await failureViewOf(workbench).says(silence);
    await failureViewOf(workbench).offers(['Enter API Key…', 'Try Again', 'Switch Project…', 'Explore Demo Data']);
  });

  it('says so in the tab that was open, whose title is an alias', async () => {
    await workbench.webviewPage().getByText(silence, { exact: true }).waitFor();
    assert.match((await workbench.activeTab()) ?? '', /^id-\w{12}$/);
  });

  it('sends nothing meanwhile', () => {
    assert.equal(service.requests.length, sent);
  });

  it('shows the demo data, under aliases', async () => {
    await failureViewOf(workbench).press('Explore Demo Data');
    await view().message.filter({ hasText: 'Demo data' }).waitFor();
    assert.ok((await rejectedIds(workbench)).every((id) => /^id-\w{12}$/.test(id)));
  });

  it('goes on with a key that is entered, in the list and in the tab', async () => {
    await workbench.ask('FaceAuth: Switch Project…', 'Production');
    await failureViewOf(workbench).says(silence);
    await failureViewOf(workbench).press('Enter API Key…');
    await workbench.input(DEMO_KEY);
    await workbench.notification('The keyring of this machine does not answer, so the key is kept only until');
    await view().older(20).waitFor();
    await workbench.webviewPage().locator('h1 .id').filter({ hasText: /^id-/ }).waitFor();
  });

  it('goes on by itself when the keyring answers after all', async () => {
    await workbench.reload();
    await workbench.showContainer('FaceAuth');
    await failureViewOf(workbench).says(silence);
    workbench.server.keyring.unlock();
    await view().older(20).waitFor();
  });
});
