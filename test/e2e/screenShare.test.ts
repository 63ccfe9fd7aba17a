import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { root, temporaryFolder } from '../host/folders.ts';
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import { startService, type Service } from '../service/service.ts';
import { canaries, idsOf, pageSize } from './support/canaries.ts';
import { exportScene, listScenes } from './support/listScenes.ts';
import { addProject } from './support/project.ts';
import { recordScenes } from './support/recordScenes.ts';
import { partOf, type Scene } from './support/scene.ts';
import { submissionsView } from './support/submissionsView.ts';
import { excerptsHolding, framesShowing, watchFor } from './support/traces.ts';

describe('Screen-share mode', () => {
  const folder = temporaryFolder();
  let service: Service;
  let workbench: Workbench;

  before(async () => {
    mkdirSync(folder.path, { recursive: true });
    service = await startService({ size: 60, days: 3, broken: false });
    workbench = await openWorkbench({
      extensionPath: root,
      folder: folder.path,
      // High enough for every row of the tree to be in the page.
      size: { width: 1280, height: 1600 },
      settings: {
        'faceauth.baseUrl': service.baseUrl,
        'faceauth.pageSize': pageSize,
        'workbench.editor.enablePreview': false,
      },
    });
    await addProject(workbench, 'Production');
  });

  after(async () => {
    await workbench.close();
    await service.close();
    folder.release();
  });

  const theatre = () => ({ workbench, service, folder: folder.path });
  const ids = () => [...idsOf(service), canaries.absent, partOf(service)];
  const message = () => submissionsView(workbench).message;

  /** From the tree: a page that is still being loaded takes no keys. */
  const toggle = async (words: { readonly hasText?: string; readonly hasNotText?: string }): Promise<void> => {
    await submissionsView(workbench).tree.tree.focus();
    await workbench.run(`FaceAuth: ${words.hasText === undefined ? 'Stop' : 'Start'} Screen-Share Mode`);
    await message().filter(words).waitFor();
  };

  const describeScenes = (scenes: readonly Scene[], check: (shown: string) => Promise<void>): void => {
    for (const { name, show, end } of scenes) {
      it(name, async () => {
        const shown = await show(theatre());
        try {
          await check(typeof shown === 'string' ? shown : await shown.innerHTML());
        } finally {
          await end?.(theatre());
        }
      });
    }
  };

  describe('is off: ids are in', () => {
    describeScenes([...listScenes, ...recordScenes], async (shown) => {
      assert.notDeepEqual(excerptsHolding(shown, ids()), []);
    });
  });

  describe('is switched on while all of this is open:', () => {
    it('no id is left in any tab', async () => {
      assert.notDeepEqual(await framesShowing(workbench.page, ids()), []);
      await toggle({ hasText: 'screen-share mode' });
      await workbench.page
        .locator('.tab')
        .filter({ hasText: /^id-.*json/ })
        .first()
        .waitFor();
      // Tabs and rows come one after the other.
      for (const place of ['.tab', '.part.sidebar .label-name', 'title']) {
        await workbench.page
          .locator(place)
          .filter({ hasText: /(fa|kyc)_/ })
          .first()
          .waitFor({ state: 'detached' });
      }
      assert.deepEqual(await framesShowing(workbench.page, ids()), []);
      for (const label of await workbench.openTabs()) {
        await workbench.showTab(label);
        assert.deepEqual(await framesShowing(workbench.page, ids()), [], label);
      }
    });
  });

  describe('is on: no id is in', () => {
    describeScenes([...listScenes, exportScene, ...recordScenes], async (shown) => {
      assert.deepEqual(excerptsHolding(shown, ids()), []);
      assert.deepEqual(await framesShowing(workbench.page, ids()), []);
    });

    it('any of the ways to export', async () => {
      await workbench.ask('FaceAuth: Export Range…', 'Everything', 'CSV');
      await workbench.quickInput.row('Redacted').waitFor();
      const labels = (await workbench.quickInput.rows()).map(({ label }) => label);
      assert.deepEqual(labels, ['Redacted']);
      await workbench.quickInput.cancel();
    });
  });

  describe('stays on over a reload of the window:', () => {
    let seen: readonly string[] = [];
    let tabs: readonly string[] = [];
    const tabNames = () => workbench.page.locator('.part.editor .tab').allInnerTexts();

    before(async () => {
      seen = await watchFor(workbench.page, ids());
      tabs = await tabNames();
    });

    it('no id is shown at any moment', async () => {
      await workbench.reload();
      await message().filter({ hasText: 'screen-share mode' }).waitFor();
      await workbench.showEachTab();
      assert.deepEqual(seen, []);
      assert.deepEqual(await framesShowing(workbench.page, ids()), []);
    });

    it('and those that come when it is switched off are seen', async () => {
      await toggle({ hasNotText: 'screen-share mode' });
      await workbench.page.locator('.tab').filter({ hasText: 'fa_' }).first().waitFor();
      assert.notDeepEqual(seen, []);
    });

    it('but nobody knows any more of which record a document was', async () => {
      const isDocument = (name: string): boolean => name.includes('.json');
      assert.deepEqual((await tabNames()).filter(isDocument), tabs.filter(isDocument));
      await workbench.showTab((await workbench.openTabs()).find(isDocument) ?? assert.fail('no document'));
      await workbench.page.locator('.view-line').filter({ hasText: '// Open the record once more.' }).first().waitFor();
    });
  });
});
