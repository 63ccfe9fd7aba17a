import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, temporaryFolder } from '../host/folders.ts';
import { webHost } from '../host/webHost.ts';
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import { utcDay } from '../../src/submissions/model/days.ts';
import { startService, type Service } from '../service/service.ts';
import { openElsewhere, type Elsewhere } from '../service/elsewhere.ts';
import { canaries, contentsOf, idsOf, keysOf, pageSize, planted } from './support/canaries.ts';
import { everything } from './support/everything.ts';
import { everywhere, type Place } from './support/everywhere.ts';
import { assertOwnKeys } from './support/ownKeys.ts';
import type { Step } from './support/step.ts';
import { filesHolding, keptInBrowser, spellingsOf } from './support/traces.ts';

const keys = [...keysOf.production, ...keysOf.staging];
const note = 'what a person wrote';

describe('Of a session in which everything was done', () => {
  const home = temporaryFolder();
  const temporary = join(home.path, 'temporary');
  const workspace = join(home.path, 'workspace');
  const exports = join(home.path, 'exports');
  let services: { readonly service: Service; readonly staging: Service };
  let elsewhere: Elsewhere;
  let workbench: Workbench;

  before(async () => {
    for (const folder of [temporary, workspace, exports]) {
      mkdirSync(folder);
    }
    writeFileSync(join(workspace, 'note.txt'), note);
    const few = { size: 60, broken: false };
    services = {
      service: await startService({
        ...few,
        keys: [canaries.key, canaries.newKey],
        days: 3,
        // The newest day is a whole one, at whatever hour this runs.
        newest: Date.parse(`${utcDay(Date.now())}T23:59:59Z`),
      }),
      staging: await startService({ ...few, keys: [canaries.keyOfStaging, canaries.newKeyOfStaging], seed: 7 }),
    };
    for (const one of Object.values(services)) {
      one.setFault(planted());
    }
    elsewhere = await openElsewhere();
    workbench = await openWorkbench({
      extensionPath: root,
      folder: workspace,
      settings: {
        'faceauth.baseUrl': services.service.baseUrl,
        'faceauth.pageSize': pageSize,
        'faceauth.autoRefreshSeconds': 30,
        // Every tab that was opened is there until it is closed.
        'workbench.editor.enablePreview': false,
      },
      machineSettings: { 'faceauth.requestTimeoutSeconds': 30 },
      env: {
        TMPDIR: temporary,
        // If this named a folder, sockets would be made there instead.
        XDG_RUNTIME_DIR: '',
      },
    });
  });

  after(async () => {
    await workbench.close();
    await Promise.all([...Object.values(services), elsewhere].map(async (one) => await one.close()));
    home.release();
  });

  const contents = () => Object.values(services).flatMap(contentsOf);

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
      await act({ workbench, ...services, elsewhere, exports });
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

    it('not in an address or another header, and none came to the service of the other project', () => {
      assertOwnKeys(services.service, keysOf.production, keysOf.staging);
      assertOwnKeys(services.staging, keysOf.staging, keysOf.production);
    });

    it('and nothing at all came to an address that is only offered', () => {
      assert.deepEqual(elsewhere.received, []);
    });
  });

  describe('what was exported holds ids only where they were asked for', () => {
    it('not where it is redacted', () => {
      const redacted = readdirSync(exports).filter((name) => name.startsWith('redacted'));
      const holding = filesHolding(exports, [...Object.values(services).flatMap(idsOf), canaries.unknown]).join('\n');
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

    describePlaces(() => [...keys, ...contents()]);

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

    describePlaces(() => [...keys, ...contents(), 'Production']);
  });
});
