import { patience, untilSeen } from '../../host/untilSeen.ts';
import type { Workbench } from '../../host/workbench.ts';
import { when, type Fault } from '../../service/exchange.ts';
import { slowHeaders } from '../../service/transport.ts';
import { canaries, echoing } from './canaries.ts';
import type { Scene, Theatre } from './scene.ts';
import { submissionsView } from './submissionsView.ts';

/** Everything that is shown of single records, and that can be copied of them. */
export const recordScenes: readonly Scene[] = [
  { name: 'the comparison', show: openRecord },
  { name: 'the tabs', show: async ({ workbench }) => workbench.page.locator('.part.editor .tabs-container').first() },
  { name: 'the JSON document, its tab and its breadcrumbs', show: openJson },
  { name: 'its outline', show: showOutline, end: async ({ workbench }) => await workbench.showContainer('FaceAuth') },
  { name: 'the authId in the clipboard', show: copyId },
  { name: 'the request in the clipboard', show: copyRequest },
  { name: 'the question what to compare with', show: askForOther, end: cancel },
  { name: 'the diff', show: showDiff },
  { name: 'what was opened last', show: showRecent, end: cancel },
  {
    name: 'a look-up while it lasts',
    show: async (theatre) => await lookUp(theatre, canaries.absent, 'Loading', slowHeaders(60_000)),
    end: close,
  },
  toldOf('a look-up that finds nothing', canaries.absent, 'has no submission'),
  toldOf(
    'a look-up that fails with the id in its answer',
    canaries.absent,
    'refused the request',
    echoing(422, canaries.absent),
  ),
  { name: 'a look-up that finds a record', show: find },
  { name: 'what was looked up before', show: showHistory, end: cancel },
  { name: 'insights, with near misses and what would come out otherwise', show: showInsights },
  { name: 'a submission that is opened from there', show: openFlip },
];

const heading = ({ webviewPage }: Workbench) => webviewPage().locator('h1 .id');

async function close({ workbench }: Theatre): Promise<void> {
  await workbench.run('View: Close Editor');
}

async function cancel({ workbench }: Theatre): Promise<void> {
  await workbench.quickInput.cancel();
}

async function openRecord({ workbench }: Theatre) {
  const { tree } = submissionsView(workbench);
  const row = (await tree.rows()).find(({ level }) => level === 3);
  await tree.press(row?.label ?? '', 'Enter');
  await heading(workbench)
    .getByText(row?.label ?? '', { exact: true })
    .waitFor();
  return workbench.webviewPage().locator('body');
}

async function openJson({ workbench }: Theatre) {
  const id = await workbench.activeTab();
  await workbench.webviewPage().getByRole('button', { name: 'Open as JSON' }).click();
  await workbench.showTab(`${id}.json`);
  await workbench.editorText();
  return workbench.page.locator('.part.editor');
}

async function showOutline({ workbench }: Theatre) {
  await workbench.run('Explorer: Focus on Outline View');
  const outline = workbench.page.locator('.outline-tree');
  const id = outline.getByText(/^auth_?id$/i);
  await outline.getByText('policy').waitFor();
  // At first only a part of the outline is seen: go to its top and collapse what is there.
  await untilSeen(id, async () => {
    await workbench.page.keyboard.press('Home');
    await workbench.page.keyboard.press('ArrowLeft');
  });
  return outline;
}

async function copyId({ workbench }: Theatre): Promise<string> {
  await workbench.run('FaceAuth: Copy authId');
  await workbench.page.locator('.part.statusbar').getByText('authId copied').waitFor();
  return await workbench.clipboard();
}

async function copyRequest({ workbench }: Theatre): Promise<string> {
  await workbench.run('FaceAuth: Copy as cURL');
  await workbench.notification('Copied with');
  await workbench.dismiss('Copied with');
  return await workbench.clipboard();
}

async function askForOther({ workbench }: Theatre) {
  await untilSeen(workbench.page.locator('.quick-input-title').filter({ hasText: 'Compare' }), async () => {
    await workbench.run('FaceAuth: Compare With…');
  });
  return workbench.quickInput.widget;
}

async function showDiff({ workbench, service }: Theatre) {
  const { widget, box, pick } = workbench.quickInput;
  // It names an alias in screen-share mode.
  const offer = widget
    .locator('.label-name')
    .filter({ hasText: /^Look up / })
    .first();
  await untilSeen(offer, async () => {
    await workbench.run('FaceAuth: Compare With…');
    await box.fill(service.records.id(50), { timeout: patience });
  });
  await pick(await offer.innerText());
  const diff = workbench.page.locator('.monaco-diff-editor');
  await diff.getByText('auth_status').or(diff.getByText('authStatus')).first().waitFor();
  return workbench.page.locator('.part.editor');
}

async function showRecent({ workbench }: Theatre) {
  const { quickInput, page } = workbench;
  const recent = quickInput.widget.locator('.label-name').filter({ hasText: '.json' }).first();
  await untilSeen(recent, async () => await page.keyboard.press('ControlOrMeta+p'));
  return quickInput.widget;
}

async function ask({ workbench }: Theatre, id: string): Promise<void> {
  const { widget, box, accept } = workbench.quickInput;
  const offer = widget.locator('.monaco-list-row.focused .label-name').filter({ hasText: /^Look up |^Show / });
  await untilSeen(offer.first(), async () => {
    await workbench.run('FaceAuth: Look Up Submission…');
    await box.fill(`{"authId": "${id}"}`, { timeout: patience });
  });
  await accept();
}

async function lookUp(theatre: Theatre, id: string, words: string, fault?: Fault) {
  const { workbench, service } = theatre;
  const end = fault && service.inject(fault, { when: when.lookUp, times: 1 });
  await ask(theatre, id);
  await workbench.webviewPage().getByText(words).first().waitFor();
  end?.();
  return workbench.webviewPage().locator('body');
}

function toldOf(name: string, id: string, words: string, fault?: Fault): Scene {
  return {
    name,
    show: async (theatre) => await lookUp(theatre, id, words, fault),
    end: close,
  };
}

async function find(theatre: Theatre) {
  const { workbench, service } = theatre;
  await ask(theatre, service.records.id(55));
  await submissionsView(workbench).tree.waitFor('Looked up');
  await heading(workbench).waitFor();
  return workbench.webviewPage().locator('body');
}

async function showHistory({ workbench }: Theatre) {
  await untilSeen(workbench.quickInput.widget.getByText('looked up before').first(), async () => {
    await workbench.run('FaceAuth: Look Up Submission…');
  });
  return workbench.quickInput.widget;
}

async function showInsights({ workbench }: Theatre) {
  const page = workbench.webviewPage();
  await workbench.run('FaceAuth: Show Insights');
  await page.getByRole('heading', { level: 2, name: 'Near misses' }).waitFor();
  await page.getByLabel('Threshold of face similarity, as a number').fill('99');
  await page.locator('ul.flipped li button').first().waitFor();
  return page.locator('body');
}

async function openFlip({ workbench }: Theatre) {
  const flip = workbench.webviewPage().locator('ul.flipped li button').first();
  const id = await flip.innerText();
  await flip.press('Enter');
  await heading(workbench).getByText(id, { exact: true }).waitFor();
  return workbench.webviewPage().locator('body');
}
