import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DEMO_KEY } from '../../src/demo/service.ts';
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import { when } from '../service/exchange.ts';
import { startService, type Service } from '../service/service.ts';
import { edited } from '../service/shapes.ts';
import { failures } from '../service/statuses.ts';
import { addProject } from './support/project.ts';
import { submissionsView } from './support/submissionsView.ts';

describe('A record that is open as a panel, as JSON and in a diff, while the service changes its status', () => {
  let service: Service;
  let workbench: Workbench;
  const status = new Map<string, string>();

  const changed = (record: unknown): unknown => {
    const id = typeof record === 'object' && record !== null && 'auth_id' in record ? record.auth_id : undefined;
    const now = status.get(String(id));
    return now === undefined ? record : Object.assign({}, record, { auth_status: now });
  };

  before(async () => {
    // Automatic refresh asks for the days until now.
    service = await startService({ size: 400, broken: false, newest: Date.now() });
    service.inject(
      edited((elements) =>
        elements.map(({ data, ...rest }) => ({
          ...rest,
          data: data.map(changed),
        })),
      ),
    );
    workbench = await openWorkbench({
      extensionPath: join(import.meta.dirname, '..', '..'),
      size: { width: 1900, height: 1000 },
      settings: { 'faceauth.baseUrl': service.baseUrl },
    });
    await addProject(workbench, 'Production');
  });

  after(async () => {
    await workbench.close();
    await service.close();
  });

  // Three groups beside each other, so that all is seen at once: the panel, the JSON document, the diff.
  const open = async (id: string, other: string): Promise<void> => {
    await lookUp(id);
    await workbench.run('FaceAuth: Open as JSON');
    await workbench.showTab(`${id}.json`);
    await workbench.run('View: Move Editor into Next Group');
    await workbench.ask('FaceAuth: Compare With…', { typed: other, row: `Look up ${other}` });
    await workbench.page.locator('.monaco-diff-editor').waitFor();
    await workbench.run('View: Move Editor into Next Group');
  };

  const lookUp = async (id: string): Promise<void> => {
    await workbench.ask('FaceAuth: Look Up Submission…', { typed: id, row: `Look up ${id}` });
    await workbench.webviewPage().locator('h1 .id').getByText(id, { exact: true }).waitFor();
  };

  const shows = async (word: string): Promise<void> => {
    const { page } = workbench;
    await workbench.webviewPage().locator('h1 .badge').getByText(word, { exact: true }).waitFor({ timeout: 60_000 });
    const line = page.locator('.view-line').filter({ hasText: `"auth_status": "${word}"` });
    await page.locator('.editor-instance .monaco-editor').filter({ has: line }).first().waitFor();
    await page.locator('.monaco-diff-editor').filter({ has: line }).waitFor();
  };

  /** The lines of the JSON document and of the diff in which a text stands. */
  const lines = (text: string) => workbench.page.locator('.view-line').filter({ hasText: text });

  /** Waits until the document and both sides of the diff say why they have no record. */
  const saysWhy = async (): Promise<void> => {
    await lines('// The service does not allow requests').nth(2).waitFor();
    await lines('// Try Again').nth(2).waitFor();
  };

  it('is the later one everywhere after Refresh, a look-up and an automatic refresh', async () => {
    const [id, other] = [service.records.id(3), service.records.id(4)];
    await open(id, other);
    status.set(id, 'refreshed');
    await workbench.run('FaceAuth: Refresh');
    await shows('refreshed');
    status.set(id, 'found');
    await lookUp(id);
    await shows('found');
    status.set(id, 'renewed');
    await workbench.setting('faceauth.autoRefreshSeconds', 30);
    await shows('renewed');
    await workbench.setting('faceauth.autoRefreshSeconds', 0);
    await workbench.run('View: Close All Editors');
  });

  it('is read again by itself, in panel, document and diff, when it failed and the key of its project was replaced', async () => {
    const [id, other] = [service.records.id(360), service.records.id(361)];
    await open(id, other);
    status.set(id, 'recovered');
    const end = service.inject(failures.denied, { when: when.lookUp });
    await workbench.reload();
    await workbench.webviewPage().locator('.notice').getByRole('button', { name: 'Try Again' }).waitFor();
    await saysWhy();
    end();
    await workbench.ask('FaceAuth: Replace API Key…', { input: DEMO_KEY });
    await shows('recovered');
    await workbench.run('View: Close All Editors');
  });

  it('is there in every tab once one of them was asked to try again, and no other tab is opened', async () => {
    const [id, other] = [service.records.id(362), service.records.id(363)];
    await open(id, other);
    status.set(id, 'recovered');
    const end = service.inject(failures.denied, { when: when.lookUp });
    await workbench.reload();
    await saysWhy();
    const tabs = await workbench.openTabs();
    end();
    const link = workbench.page.locator('.editor.modified .view-line').filter({ hasText: '// Try Again' });
    await link.locator('.detected-link').click({ modifiers: ['ControlOrMeta'] });
    await shows('recovered');
    assert.deepEqual(await workbench.openTabs(), tabs);
    await workbench.run('View: Close All Editors');
  });

  it('is the later one everywhere after Load All has brought it', async () => {
    const [id, other] = [service.records.id(350), service.records.id(4)];
    await open(id, other);
    status.set(id, 'listed');
    await workbench.run('FaceAuth: Load All Submissions');
    await shows('listed');
    await submissionsView(workbench).tree.focus('listed');
    assert.deepEqual(workbench.problems, []);
  });
});
