import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_KEY } from '../../../src/demo/service.ts';
import { temporaryFolder } from '../../host/folders.ts';
import { openWorkbench, type Workbench } from '../../host/workbench.ts';
import { startService, type Service } from '../../service/service.ts';
import { submissionsView } from './submissionsView.ts';

/** Tests the main job of the extension, done as a person would, with the extension in this folder. */
export function mainJob(extensionPath: string): void {
  const place = temporaryFolder();
  const folder = place.path;
  let service: Service;
  let workbench: Workbench;

  before(async () => {
    service = await startService({ size: 1000, broken: false, allowsPages: true });
    workbench = await openWorkbench({
      extensionPath,
      folder,
      // High enough for every row of the tree to be in the page.
      size: { width: 1280, height: 1600 },
      settings: { 'faceauth.baseUrl': service.baseUrl },
    });
    await workbench.showContainer('FaceAuth');
  });

  after(async () => {
    await workbench.close();
    await service.close();
    place.release();
  });

  const tree = () => workbench.tree('Submissions');
  const panel = () => workbench.webviewPage();

  const loaded = async (): Promise<number> => {
    const older = (await tree().rows()).find((row) => row.label === 'Older submissions');
    return Number.parseInt(older?.description.replace(',', '') ?? '', 10);
  };

  it('explains itself before there is a project', async () => {
    await workbench.page.getByText('See what came in to your FaceAuth project').waitFor();
    await workbench.page.getByRole('button', { name: 'Explore Demo Data' }).waitFor();
  });

  it('refuses a wrong key at once, in words, and lets it be corrected', async () => {
    await workbench.page.getByRole('button', { name: 'Add Project…' }).click();
    await workbench.input('Production');
    assert.equal(await workbench.quickInput.isPassword(), true);
    await workbench.quickInput.type('wrong-key');
    await workbench.quickInput.box.press('Enter');
    const message = await workbench.quickInput.message('did not accept');
    assert.match(message, /HTTP 400, faceAuth_project not found, trace ID .+ Replace the key/);
    assert.equal(await workbench.quickInput.box.inputValue(), 'wrong-key');
    await workbench.input(DEMO_KEY);
    await tree().waitFor('Rejected');
  });

  it('counts by status what is loaded, and says that the service has more', async () => {
    await submissionsView(workbench).holds(200);
    assert.equal(await loaded(), 200);
  });

  it('opens a status and a day, newest submission first', async () => {
    await tree().expand('Rejected');
    const day = (await tree().rows()).find((row) => row.level === 2);
    await tree().expand(day?.label ?? '');
    const times = (await tree().rows()).filter((row) => row.level === 3).map((row) => row.description.slice(0, 8));
    assert.equal(times.length, Number(day?.description));
    assert.deepEqual(times, times.toSorted().toReversed());
  });

  it('loads an older page each time that Older submissions is expanded, and leaves open what was open', async () => {
    const view = submissionsView(workbench);
    for (const count of [200, 400]) {
      await view.expandOlder(count);
      await view.older(count + 200).waitFor();
    }
    assert.equal(service.requests.filter(({ kind }) => kind === 'page').length, 5, 'two to test keys, three pages');
    assert.ok((await tree().rows()).some((row) => row.level === 3));
  });

  it('answers why a submission was rejected, the failed check first', async () => {
    const row = (await tree().rows()).find(
      ({ level, description }) => level === 3 && / similarity [\d.]+ < \d+$/.test(description),
    );
    await tree().press(row?.label ?? '', 'Enter');
    await panel()
      .getByText(/^Rejected: face similarity .* is below the required/)
      .waitFor();
    assert.equal(await panel().locator('tbody tr').first().getByRole('rowheader').innerText(), 'Face similarity');
    assert.equal(await workbench.activeTab(), row?.label);
  });

  it('finds a submission that is on no loaded page', async () => {
    const id = service.records.id(900);
    const before = service.requests.length;
    await workbench.ask('FaceAuth: Look Up Submission…', {
      typed: `2025-10-02 WARN rejected {"auth_id": "${id}", "x": 1}`,
      row: `Look up ${id}`,
    });
    await panel().getByText(id, { exact: true }).first().waitFor();
    await tree().waitFor('Looked up');
    assert.equal(service.requests.length, before + 1);
  });

  it('says that a submission does not exist in this project, and offers another', async () => {
    await workbench.ask('FaceAuth: Look Up Submission…', {
      typed: 'fa_doesNotExist1',
      row: 'Look up fa_doesNotExist1',
    });
    await panel().getByText('The project “Production” has no submission of this id.').first().waitFor();
    assert.equal(await workbench.activeTab(), 'fa_doesNotExist1');
    await panel().getByRole('button', { name: 'Switch Project…' }).click();
    await workbench.quickInput.cancel();
    const id = service.records.id(900);
    await workbench.ask('FaceAuth: Look Up Submission…', { typed: id, row: `Look up ${id}` });
    await panel().getByText(id, { exact: true }).first().waitFor();
  });

  it('exports a page byte for byte, under its final name only', async () => {
    await workbench.ask('FaceAuth: Export Page to JSON…', 'Page 2');
    const target = join(folder, 'page.json');
    await workbench.quickInput.file(target);
    assert.match(await workbench.notification('written to'), /Written to page\.json: 200 records, 1 page/);
    await submissionsView(workbench).message.filter({ hasText: 'Written to page.json: 200 records' }).waitFor();
    const pages: unknown = JSON.parse(readFileSync(target, 'utf8'));
    assert.ok(Array.isArray(pages));
    assert.deepEqual(pages[0], { ...pages[0], data: service.recordsAt(200, 400) });
    assert.deepEqual(readdirSync(folder), ['page.json']);
  });

  it('copies the request without the key, and the id', async () => {
    await workbench.run('View: Show FaceAuth');
    const id = service.records.id(900);
    await panel().getByRole('button', { name: 'Copy as cURL' }).click();
    await workbench.notification('Copied without the key');
    assert.equal(
      await workbench.clipboard(),
      `curl --header "x-api-key: $FACEAUTH_API_KEY" '${service.baseUrl}/faceauth?authId=${id}'`,
    );
    await panel().getByRole('button', { name: 'Copy authId' }).click();
    await workbench.page.locator('.part.statusbar').getByText('authId copied').waitFor();
    assert.equal(await workbench.clipboard(), id);
  });

  it('compares two records in the diff of VS Code', async () => {
    await panel().getByRole('button', { name: 'Compare With…' }).click();
    await workbench.quickInput.type(service.records.id(901));
    await workbench.pick(`Look up ${service.records.id(901)}`);
    await workbench.page.locator('.monaco-diff-editor').waitFor();
    assert.equal(await workbench.activeTab(), `${service.records.id(901)} ↔ ${service.records.id(900)}`);
  });

  it('shows the record as received, as read-only JSON', async () => {
    const id = service.records.id(900);
    await workbench.showTab(id);
    await panel().getByRole('button', { name: 'Open as JSON' }).click();
    await workbench.showTab(`${id}.json`);
    assert.equal((await workbench.editorText()).trim(), JSON.stringify(service.records.record(900), null, 2));
  });

  it('shows panel and document again after the window was reloaded', async () => {
    const tabs = await workbench.openTabs();
    await workbench.reload();
    assert.deepEqual(await workbench.openTabs(), tabs);
    await workbench.showTab(`${service.records.id(900)}.json`);
    assert.match(await workbench.editorText(), new RegExp(`"${service.records.id(900)}"`));
    await workbench.showTab(service.records.id(900));
    await panel().getByText(service.records.id(900), { exact: true }).first().waitFor();
  });
}
