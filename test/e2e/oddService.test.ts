import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, temporaryFolder } from '../host/folders.ts';
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import type { Fault } from '../service/exchange.ts';
import {
  asUsual,
  brokenAbove,
  mintedKeys,
  oddFields,
  oddRecords,
  strangeKey,
  withStatus,
} from '../service/oddAnswers.ts';
import { startService, type Service } from '../service/service.ts';
import { addProject } from './support/project.ts';
import { submissionsView } from './support/submissionsView.ts';

const size = 60;
const pageSize = 20;

describe('A service that answers a little otherwise than its page says', () => {
  const folder = temporaryFolder();
  let service: Service;
  let workbench: Workbench;

  before(async () => {
    service = await startService({ size, days: 3, broken: false });
    workbench = await openWorkbench({
      extensionPath: root,
      folder: folder.path,
      // High enough for every row of the tree to be in the page.
      size: { width: 1280, height: 1600 },
      settings: { 'faceauth.baseUrl': service.baseUrl, 'faceauth.pageSize': pageSize },
    });
    await addProject(workbench, 'Production');
  });

  afterEach(() => {
    service.setFault();
  });

  after(async () => {
    await workbench.close();
    await service.close();
    folder.release();
  });

  const view = () => submissionsView(workbench);
  const said = (text: string | RegExp) => view().message.filter({ hasText: text }).waitFor();

  /** Opens the project again under a fault. The answer waits until the list before is gone, so that it cannot be taken for the new one. */
  const openAnew = async (fault: Fault = asUsual): Promise<void> => {
    const gone = Promise.withResolvers<undefined>();
    service.setFault(async (exchange) => {
      await gone.promise;
      await fault(exchange);
    });
    await view().reopen();
    await view().tree.row('Rejected').waitFor({ state: 'hidden' });
    gone.resolve(undefined);
    await view().tree.tree.locator('[aria-level="1"]').first().waitFor();
  };

  it('costs no record its place in the list, whichever of its fields is odd', async () => {
    assert.ok(oddFields.length < pageSize);
    await openAnew(oddRecords());
    await view().older(pageSize).waitFor();
    const top = (await view().tree.rows()).filter(({ level }) => level === 1).map(({ label }) => label);
    assert.ok(!top.includes('Broken records'), top.join());
    await view().holds(pageSize);
  });

  it('shows the records of a page whose next page cannot be asked for, and says that there is more', async () => {
    await openAnew(strangeKey());
    await view().expandOlder(pageSize);
    const row = await view().failure(/no way to it/);
    await view().holds(pageSize);
    await said(/Production · 20 loaded, more on the service/);
    service.setFault();
    await view().tree.press(row?.label ?? '', 'Enter');
    await view().tree.row('Older submissions').waitFor();
  });

  it('is loaded whole through a gateway that breaks large answers', async () => {
    await openAnew(brokenAbove(pageSize));
    await workbench.run('FaceAuth: Load All Submissions');
    await said(`Production · ${size} loaded, all`);
    await view().holds(size);
  });

  it('is exported whole through a gateway that breaks large answers', async () => {
    service.setFault(brokenAbove(pageSize));
    await workbench.ask('FaceAuth: Export Range…', 'Everything', 'NDJSON', 'As received');
    await workbench.quickInput.file(join(folder.path, 'all.ndjson'));
    await workbench.notification('Written to all.ndjson');
    assert.equal(readFileSync(join(folder.path, 'all.ndjson'), 'utf8').trimEnd().split('\n').length, size);
    await workbench.dismiss('Written to all.ndjson');
  });

  it('is left alone once its answers bring nothing new, under whatever keys', async () => {
    await openAnew(mintedKeys());
    const asked = service.requests.length;
    await workbench.run('FaceAuth: Load All Submissions');
    await view().failure(/nothing new/);
    assert.ok(service.requests.length - asked <= 8, `${service.requests.length - asked} requests`);
    await view().holds(3);
  });

  it('may change its mind about a submission: the later answer is shown, and counted', async () => {
    await openAnew();
    await view().older(pageSize).waitFor();
    const id = service.records.id(0);
    service.setFault(withStatus(id, 'under_review'));
    await workbench.ask('FaceAuth: Look Up Submission…', { typed: id, row: `Look up ${id}` });
    await view().tree.waitFor('under_review');
    await said('1 changed');
  });

  it('leaves the window working, without an error in its console', () => {
    assert.deepEqual(
      workbench.problems.filter((text) => !/502|Bad Gateway/.test(text)),
      [],
    );
  });
});
