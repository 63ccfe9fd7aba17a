import assert from 'node:assert/strict';
import { join } from 'node:path';
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import { cursorLoop } from '../service/cursors.ts';
import { when } from '../service/exchange.ts';
import { startService, type Service } from '../service/service.ts';
import { rateLimited } from '../service/statuses.ts';
import { slowHeaders } from '../service/transport.ts';
import { failureCases } from './support/failureCases.ts';
import { setMachineSettings } from './support/machineSettings.ts';
import { addProject } from './support/project.ts';
import { filesHolding, framesHolding } from './support/traces.ts';
import { welcomeOf } from './support/welcome.ts';

const key = 'sk-5f0c9e7b41d84a6ea1-never-shown';
const pageSize = 5;

const service = await startService({ keys: [key], broken: false });
const elsewhere = await startService({ keys: [key] });

describe('What can go wrong at the service', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      extensionPath: join(import.meta.dirname, '..', '..'),
      settings: { 'faceauth.pageSize': pageSize },
      machineSettings: { 'faceauth.baseUrl': service.baseUrl },
    });
    await addProject(workbench, 'Production', key);
  });

  afterEach(() => {
    service.setFault();
  });

  after(async () => {
    await workbench.close();
    await Promise.all([service.close(), elsewhere.close()]);
  });

  const tree = () => workbench.tree('Submissions');
  const welcome = () => welcomeOf(workbench);
  const lastRow = async () => (await tree().rows()).at(-1);

  /** The row that promises more, once this many submissions are loaded. */
  const older = (count: number) =>
    tree()
      .row('Older submissions')
      .filter({ hasText: `${count} loaded` });

  const loadOlder = () => workbench.run('FaceAuth: Load Older Submissions');

  const reopen = async (): Promise<void> => {
    await workbench.run('FaceAuth: Switch Project…');
    await workbench.pick('Production');
  };

  const statusCounts = async (): Promise<number> =>
    (await tree().rows())
      .filter(({ label }) => ['Rejected', 'Approved', 'pending', 'No status'].includes(label))
      .reduce((sum, { description }) => sum + Number(description), 0);

  const openTwoPages = async (): Promise<void> => {
    if (!(await older(pageSize).isVisible())) {
      await reopen();
    }
    await older(pageSize).waitFor();
    await tree().press('Older submissions', 'ArrowRight');
    await older(2 * pageSize).waitFor();
  };

  const failureRow = async (words: RegExp) => {
    await tree().tree.locator('.monaco-list-row').filter({ hasText: words }).waitFor();
    return await lastRow();
  };

  const tryRowAgain = async (words: RegExp): Promise<void> => {
    const row = tree().tree.locator('.monaco-list-row').filter({ hasText: words });
    await row.hover();
    await row.getByRole('button', { name: 'Load Older Submissions' }).click();
  };

  for (const { name, begin, end, words, buttons, row, advice } of failureCases(`${elsewhere.baseUrl}/faceauth`)) {
    describe(`When ${name}`, () => {
      it('says so in the empty view, with what helps, and goes on when tried again', async () => {
        await begin(service);
        await reopen();
        assert.ok((await welcome().says(words)).length > words.length, 'what helps stands beside what happened');
        assert.deepEqual(await welcome().buttons(), buttons);
        await end?.(service);
        service.setFault();
        await welcome().press('Try Again');
        await older(pageSize).waitFor();
      });

      it('says so in the place of the next page, keeps what was loaded, and goes on from there', async () => {
        await openTwoPages();
        await begin(service);
        await tree().press('Older submissions', 'ArrowRight');
        const failed = await failureRow(row);
        assert.match(failed?.label ?? '', row);
        assert.match(failed?.description ?? '', advice);
        assert.equal(await statusCounts(), 2 * pageSize);
        await end?.(service);
        service.setFault();
        await tryRowAgain(row);
        await older(3 * pageSize).waitFor();
      });
    });
  }
});
