import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { utcDay } from '../../src/submissions/model/days.ts';
import { untilSeen } from '../host/untilSeen.ts';
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import { startService, type Service } from '../service/service.ts';
import { rewritten } from '../service/shapes.ts';
import { addProject } from './support/project.ts';
import { panelOf } from './support/panel.ts';
import { rejectedIds } from './support/step.ts';
import { submissionsView } from './support/submissionsView.ts';

const cameJustNow = JSON.stringify({
  auth_id: 'fa_cameJustNow',
  auth_status: 'rejected',
  fail_code: ['face_compare_underscore'],
});

describe('Rows of the tree and the panel beside it', () => {
  let service: Service;
  let workbench: Workbench;
  let ids: readonly string[];

  before(async () => {
    // The newest day is a whole one: in its first hours it would have too few rows to select a dozen.
    const newest = Date.parse(`${utcDay(Date.now())}T23:59:59Z`);
    service = await startService({ size: 60_000, newest, broken: false });
    workbench = await openWorkbench({
      extensionPath: join(import.meta.dirname, '..', '..'),
      size: { width: 1500, height: 1400 },
      settings: {
        'faceauth.baseUrl': service.baseUrl,
        'editor.inlayHints.enabled': 'on',
      },
    });
    await addProject(workbench, 'Production');
    ids = await rejectedIds(workbench);
  });

  after(async () => {
    await workbench.close();
    await service.close();
  });

  const tree = () => submissionsView(workbench).tree;
  const panel = () => workbench.webviewPage();
  const shows = async (id: string): Promise<void> => {
    await panel().locator('h1 .id').getByText(id, { exact: true }).waitFor();
  };
  const isSelected = async (id: string): Promise<void> => {
    await tree().row(id).and(workbench.page.locator('[aria-selected=true]')).waitFor();
  };

  // The workbench may take the focus while a row is revealed.
  const press = async (key: string): Promise<void> => {
    await panelOf(workbench).focus();
    await workbench.page.keyboard.press(key);
  };

  it('walk together: Previous and Next lead through the rows, and the row is selected', async () => {
    const [first = '', second = '', third = ''] = ids;
    await tree().press(first, 'Enter');
    await shows(first);
    await panel().getByRole('button', { name: 'Next' }).click();
    await shows(second);
    await isSelected(second);
    await press('Alt+ArrowDown');
    await shows(third);
    await isSelected(third);
    await panel().getByRole('button', { name: 'Previous' }).press('Enter');
    await shows(second);
    await isSelected(second);
    await press('Alt+ArrowUp');
    await shows(first);
    const previous = panel().getByRole('button', { name: 'Previous' });
    assert.equal(await previous.getAttribute('aria-disabled'), 'true');
    await previous.press('Enter');
    await press('Alt+ArrowUp');
    await panel().getByRole('button', { name: 'Next' }).press('Enter');
    await shows(second);
    const told = (await workbench.notifications()).join();
    assert.ok(!told.includes('nothing was done'), 'the hint of the button says why');
  });

  it('obey the keys of the list where the focus is, though another one is selected', async () => {
    const [first = '', second = '', third = ''] = ids;
    const { clipboard } = workbench;
    await tree().press(first, 'Enter');
    await shows(first);
    await tree().press(third, 'ControlOrMeta+c');
    await workbench.page.locator('.part.statusbar').getByText('authId copied').waitFor();
    assert.equal(await clipboard(), third);
    await isSelected(first);
    await tree().press(second, 'ControlOrMeta+Enter');
    await shows(second);
    await tree().press(third, 'Shift+Enter');
    await workbench.showTab(`${third}.json`);
    await workbench.run('View: Close Editor');
  });

  it('find each other: a row is revealed from a panel and from a JSON document', async () => {
    const [, second = ''] = ids;
    await tree().press(second, 'Enter');
    await shows(second);
    for (const before of [undefined, 'FaceAuth: Open as JSON']) {
      if (before !== undefined) {
        await workbench.run(before);
        await workbench.showTab(`${second}.json`);
      }
      await tree().collapse('Rejected');
      await workbench.showContainer('Explorer');
      await workbench.run('FaceAuth: Reveal in Tree');
      await isSelected(second);
    }
    await workbench.run('View: Close Editor');
  });

  it('are one click away from the JSON document: its sentence opens the panel', async () => {
    const [, second = ''] = ids;
    await tree().press(second, 'Enter');
    await shows(second);
    await workbench.run('FaceAuth: Open as JSON');
    await workbench.showTab(`${second}.json`);
    const sentence = workbench.page.locator('.view-line').getByText('Rejected:').first();
    await sentence.waitFor();
    // By the mouse alone: the hint is as long as its sentence, and to bring all of it into view moves the window.
    await untilSeen(panel().locator('h1 .id').getByText(second, { exact: true }), async () => {
      const { x, y } = (await sentence.boundingBox({ timeout: 2000 })) ?? { x: 0, y: 0 };
      await workbench.page.keyboard.down('ControlOrMeta');
      await workbench.page.mouse.move(x + 10, y + 8);
      await workbench.page.mouse.click(x + 11, y + 8);
      await workbench.page.keyboard.up('ControlOrMeta');
    });
  });

  it('open as JSON by the dozen only after a question', async () => {
    await workbench.run('View: Close All Editors');
    await tree().focus(ids[0] ?? '');
    // On the tree: an editor that has just closed may take the focus in between.
    for (let more = 0; more < 12; more += 1) await tree().tree.press('Shift+ArrowDown');
    await tree().chooseForSelected('Open as JSON');
    assert.match(await workbench.dialog(), /Open 1\d submissions as JSON\? Each gets a tab\./);
    await workbench.answerDialog('Cancel');
    assert.deepEqual(await workbench.openTabs(), []);
  });

  it('follow a look-up: its row is selected, expanded out of what is above it', async () => {
    const id = service.records.id(300);
    await workbench.ask('FaceAuth: Look Up Submission…', { typed: id, row: `Look up ${id}` });
    await shows(id);
    await isSelected(id);
  });

  it('of a look-up are taken away again', async () => {
    const id = service.records.id(300);
    await tree().choose(id, 'Remove From Looked Up');
    await tree().row(id).waitFor({ state: 'detached' });
  });

  it('are told of, and counted on the icon, while new submissions are watched for', async () => {
    const end = service.inject(
      rewritten((text) => text.replace('"data":[', `"data":[${cameJustNow},`)),
      { when: ({ query }) => !('nextKey_id' in query) && !('authId' in query) },
    );
    await workbench.showContainer('Explorer');
    await workbench.run('FaceAuth: Watch for New Submissions');
    assert.match(await workbench.notification('fa_cameJustNow'), /^Rejected: .*\(fa_cameJustNow\)/);
    const icon = workbench.page
      .locator('.part.activitybar .action-item')
      .filter({ has: workbench.page.locator('[aria-label^="FaceAuth"]') });
    await icon.getByText('1', { exact: true }).waitFor();
    await workbench.answer('fa_cameJustNow', 'Open');
    await shows('fa_cameJustNow');
    await icon.getByText('1', { exact: true }).waitFor({ state: 'hidden' });
    await workbench.run('FaceAuth: Stop Watching');
    await workbench.page.locator('.part.statusbar').getByText('Stopped watching for new submissions').waitFor();
    end();
    await workbench.showContainer('FaceAuth');
  });

  // What a command does comes a moment later, on a busy machine also after the next menu was opened.
  const copiedOrRefused = async (): Promise<string> => {
    const refusal = 'The list was just changing';
    for (const end = performance.now() + 15_000; performance.now() < end;) {
      const copied = await workbench.clipboard();
      if (copied !== 'before') return copied;
      if ((await workbench.notifications()).some((text) => text.includes(refusal))) {
        await workbench.dismiss(refusal);
        return 'refused';
      }
    }
    return assert.fail('nothing was copied, and nothing said why');
  };

  it('never mix up: what is chosen in the menu of a row is done with that row, while the rows are painted again and again', async () => {
    const [front = '', ...others] = ids;
    await tree().press(front, 'Enter');
    await shows(front);
    const end = service.inject(async (exchange) => {
      await sleep(100);
      await rewritten((text) => text)(exchange);
    });
    await workbench.run('FaceAuth: Load All Submissions');
    let done = 0;
    for (const id of others.slice(0, 8)) {
      await workbench.page.evaluate('navigator.clipboard.writeText("before")');
      await tree().choose(id, 'Copy authId');
      const copied = await copiedOrRefused();
      assert.ok([id, 'refused'].includes(copied), `${copied} was copied in the menu of ${id}`);
      done += copied === id ? 1 : 0;
    }
    assert.ok(done > 0, 'some of it was done');
    end();
  });

  it('are not watched for on days that have ended, and that is said', async () => {
    await workbench.ask('FaceAuth: Filter by Date…', 'Yesterday');
    await workbench.run('FaceAuth: Watch for New Submissions');
    await workbench.notification('nothing new can come there');
    await workbench.dismiss('nothing new can come there');
  });
});
