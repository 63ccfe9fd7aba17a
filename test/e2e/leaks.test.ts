import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, temporaryFolder } from '../host/folders.ts';
import { webHost } from '../host/webHost.ts';
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import { utcDay } from '../../src/submissions/model/days.ts';
import { startService, type Service } from '../service/service.ts';
import { canaries, contentsOf, idsOf, keys, pageSize, planted } from './support/canaries.ts';
import { everything } from './support/everything.ts';
import { everywhere, type Place } from './support/everywhere.ts';
import type { Step } from './support/step.ts';
import { filesHolding, keptInBrowser, spellingsOf } from './support/traces.ts';

const note = 'what a person wrote';

describe('Of a session in which everything was done', () => {
  const home = temporaryFolder();
  const temporary = join(home.path, 'temporary');
  const workspace = join(home.path, 'workspace');
  const exports = join(home.path, 'exports');
  let service: Service;
  let workbench: Workbench;

  before(async () => {
    for (const folder of [temporary, workspace, exports]) {
      mkdirSync(folder);
    }
    writeFileSync(join(workspace, 'note.txt'), note);
    service = await startService({
      keys: [canaries.key, canaries.newKey],
      size: 60,
      days: 3,
      // The newest day is a whole one, at whatever hour this runs.
      newest: Date.parse(`${utcDay(Date.now())}T23:59:59Z`),
      broken: false,
    });
    service.setFault(planted());
    workbench = await openWorkbench({
      extensionPath: root,
      folder: workspace,
      settings: {
        'faceauth.baseUrl': service.baseUrl,
        'faceauth.pageSize': pageSize,
        'faceauth.autoRefreshSeconds': 30,
        // Every tab that was opened is there until it is closed.
        'workbench.editor.enablePreview': false,
      },
      machineSettings: { 'faceauth.requestTimeoutSeconds': 30 },
      env: {
        TMPDIR: temporary,
        // Else sockets are made there instead.
        XDG_RUNTIME_DIR: '',
      },
    });
  });

  after(async () => {
    await workbench.close();
    await service.close();
    home.release();
  });

  const assertFree = async ({ known, holding }: Place, texts: readonly string[]): Promise<void> => {
    const world = { workbench, temporary, workspace };
    assert.deepEqual(await holding(world, texts.flatMap(spellingsOf)), []);
    assert.notDeepEqual(await holding(world, [known]), [], 'what is known to be there is found');
  };

  const describePlaces = (texts: () => readonly string[]): void => {
    for (const place of everywhere) {
      it(`not in ${place.name}`, async function () {
        if (place.isThere?.(await webHost()) === false) this.skip();
        await assertFree(place, texts());
      });
    }
  };

  const describeStep = ([name, act, isPossible]: Step): void => {
    it(name, async function () {
      if (isPossible?.(await webHost()) === false) this.skip();
      await act({ workbench, service, exports });
    });
  };

  describe('in which', () => {
    for (const step of everything) {
      describeStep(step);
    }
  });

  describe('no key is left', () => {
    describePlaces(() => keys);

    it('not in what was exported', () => {
      assert.deepEqual(filesHolding(exports, keys), []);
    });

    it('not in an address or another header', () => {
      for (const { path, query, headers } of service.requests) {
        const { 'x-api-key': _, ...others } = headers;
        const sent = JSON.stringify([path, query, others]);
        assert.ok(!keys.some((key) => sent.includes(key)), sent);
      }
    });
  });

  describe('what was exported holds ids only where they were asked for', () => {
    it('not where it is redacted', () => {
      const redacted = readdirSync(exports).filter((name) => name.startsWith('redacted'));
      const holding = filesHolding(exports, [...idsOf(service), canaries.unknown]).join('\n');
      assert.equal(redacted.length, 4);
      assert.deepEqual(
        redacted.filter((name) => holding.includes(name)),
        [],
      );
      assert.match(holding, /all\.json[^]+part\.ndjson\.partial/, 'what is as received holds them');
    });
  });

  describe('once the look-up history is cleared and the editors are closed, no id and no content is left', () => {
    before(async () => {
      await workbench.run('FaceAuth: Clear Look-Up History');
      await workbench.run('View: Close All Editors');
      // VS Code writes down what it keeps of a window when the window ends.
      await workbench.reload();
    });

    describePlaces(() => [...keys, ...contentsOf(service)]);

    it('and no file beside the one that was there in the workspace', () => {
      assert.deepEqual(readdirSync(workspace), ['note.txt']);
    });
  });

  describe('once all projects are removed', () => {
    before(async () => {
      assert.match(await keptInBrowser(workbench.page), /Production/);
      await workbench.run('FaceAuth: Remove All Projects and Keys');
      await workbench.dialog();
      await workbench.answerDialog('Remove All');
      await workbench.page.getByRole('button', { name: 'Explore Demo Data' }).waitFor();
      await workbench.reload();
    });

    describePlaces(() => [...keys, ...contentsOf(service), 'Production']);
  });
});
