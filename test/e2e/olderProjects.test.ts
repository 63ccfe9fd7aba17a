import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { temporaryFolder } from '../host/folders.ts';
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import { openElsewhere, type Elsewhere } from '../service/elsewhere.ts';
import { startService, type Service } from '../service/service.ts';
import { canaries } from './support/canaries.ts';
import { olderVersion } from './support/olderVersion.ts';
import { assertOwnKeys } from './support/ownKeys.ts';

describe('Projects that version 0.1.0 kept without an address', () => {
  const folder = temporaryFolder();
  let service: Service;
  let elsewhere: Elsewhere;
  let workbench: Workbench;

  before(async () => {
    service = await startService({ keys: [canaries.key], size: 60, broken: false });
    elsewhere = await openElsewhere();
    const older = olderVersion(folder.path, [{ id: 'production-1', name: 'Production', key: canaries.key }]);
    workbench = await openWorkbench({ extensionPath: older.path, settings: { 'faceauth.baseUrl': service.baseUrl } });
    await workbench.notification('The older version has kept its projects.');
    older.update(join(workbench.server.dataDir, 'extensions'));
    await workbench.reload();
  });

  after(async () => {
    await workbench.close();
    await Promise.all([service.close(), elsewhere.close()]);
    folder.release();
  });

  it('are shown from the base URL that is set', async () => {
    await workbench.showContainer('FaceAuth');
    await workbench.tree('Submissions').row('Rejected').waitFor();
  });

  it('keep it when another one is set, in this window and after a reload', async () => {
    await workbench.setting('faceauth.baseUrl', `http://${elsewhere.host}/v3`);
    for (const begin of [async () => await workbench.run('FaceAuth: Refresh'), workbench.reload]) {
      const before = service.requests.length;
      await begin();
      await workbench.showContainer('FaceAuth');
      while (service.requests.length === before) {
        await setTimeout(50);
      }
      await workbench.tree('Submissions').row('Rejected').waitFor();
    }
  });

  it('send their key nowhere else', () => {
    assertOwnKeys(service, [canaries.key], []);
    assert.deepEqual(elsewhere.received, []);
  });
});
