import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from '../host/workbench.ts';

describe('a probe', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ extensionPath: '/tmp/ext', folder: '/tmp/ext' });
  });
  after(() => workbench.close());
  it('opens a panel', async () => {
    await workbench.run('Open Panel');
    assert.equal(await workbench.webviewPage().locator('h1').innerText(), 'Hello panel');
  });
});
