import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../test/host/command.ts';
import { root } from '../test/host/folders.ts';
import { openWorkbench, type themes, type Workbench } from '../test/host/workbench.ts';
import { smaller } from './pictures/smaller.ts';
import { storyOfToday, type Story } from './pictures/story.ts';

// The pictures of the README, taken from the real workbench on demo data. Their newest day is yesterday's.
const folder = join(root, 'media', 'pictures');
const size = { width: 1360, height: 1100 };
const statusBar = 28;
const largest = 150_000;

// Turns off what a picture has no room for; nearly everything else is as VS Code comes. The status bar is cut off.
const settings = {
  'editor.inlayHints.enabled': 'on',
  'editor.minimap.enabled': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
};

interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The top of the window, down to a height. */
function upTo(height: number): Clip {
  return { x: 0, y: 0, width: size.width, height };
}

type Take = (name: string, clip?: Clip) => Promise<void>;

async function withWorkbench(
  theme: keyof typeof themes,
  work: (workbench: Workbench, take: Take) => Promise<void>,
): Promise<void> {
  const workbench = await openWorkbench({ builtIns: 'all', extensionPath: root, theme, settings, size });
  try {
    await workbench.showContainer('FaceAuth');
    await work(workbench, async (name, clip = upTo(size.height - statusBar)) => {
      const whole = await workbench.page.screenshot({ animations: 'disabled', caret: 'hide', clip });
      const picture = smaller(whole);
      process.stdout.write(`${name}: ${picture.byteLength.toLocaleString('en')} bytes\n`);
      if (picture.byteLength > largest)
        throw new Error(`${name} is larger than ${largest.toLocaleString('en')} bytes.`);
      writeFileSync(join(folder, `${name}.png`), picture);
    });
  } finally {
    await workbench.close();
  }
}

/** Opens the demo data and the record in the same steps as a person. */
async function openRecord(workbench: Workbench, { day, id, loaded }: Story): Promise<void> {
  const tree = workbench.tree('Submissions');
  await workbench.page.getByRole('button', { name: 'Explore Demo Data' }).press('Enter');
  await tree.waitFor('Older submissions');
  await widenSideBar(workbench);
  await tree.press('Older submissions', 'ArrowRight');
  await tree
    .row('Older submissions')
    .filter({ hasText: `${loaded} loaded` })
    .waitFor();
  await tree.expand('Rejected');
  await tree.expand(['Rejected', day]);
  await tree.press(['Rejected', day, id], 'Enter');
  await workbench
    .webviewPage()
    .getByText(/^Rejected: /)
    .waitFor();
}

/** Widens the side bar until a row shows what failed. */
async function widenSideBar({ page }: Workbench): Promise<void> {
  const edge = await page.locator('.part.sidebar').boundingBox();
  if (edge === null) throw new Error('There is no side bar.');
  await page.mouse.move(edge.x + edge.width, 500);
  await page.mouse.down();
  await page.mouse.move(edge.x + 400, 500, { steps: 5 });
  await page.mouse.up();
  // A pointer over a row would show its hover.
  await page.mouse.move(size.width - 1, size.height - 1);
}

/** Shows the insights over all demo data, with a threshold that was moved. */
async function openInsights(workbench: Workbench): Promise<void> {
  await workbench.page.getByRole('button', { name: 'Explore Demo Data' }).press('Enter');
  await workbench.tree('Submissions').waitFor('Older submissions');
  await workbench.run('FaceAuth: Load All Submissions');
  await workbench.page
    .getByText(/loaded, all/)
    .filter({ visible: true })
    .first()
    .waitFor();
  await workbench.run('View: Toggle Primary Side Bar Visibility');
  await workbench.run('FaceAuth: Show Insights');
  const page = workbench.webviewPage();
  await page.locator('figure svg').first().waitFor();
  await page.getByLabel('Threshold of face similarity, as a number').fill('78');
  await page.locator('figure svg text').getByText('tried 78').waitFor();
}

mkdirSync(folder, { recursive: true });
await run('node', ['esbuild.mjs', '--production'], { cwd: root });
const story = await storyOfToday();

await withWorkbench('dark', async (workbench, take) => {
  await workbench.page.getByRole('button', { name: 'Explore Demo Data' }).waitFor();
  // Moves the pointer off the icon, because its hover would lie over the view.
  await workbench.page.mouse.move(size.width - 1, size.height - 1);
  for (const passing of [
    '.monaco-hover',
    '.part.sidebar .monaco-progress-container.active',
    '.part.activitybar .badge',
  ]) {
    await workbench.page.locator(passing).filter({ visible: true }).first().waitFor({ state: 'hidden' });
  }
  await take('welcome', { x: 0, y: 0, width: 420, height: 420 });
  await openRecord(workbench, story);
  await take('record-dark');
  await workbench.webviewPage().getByRole('button', { name: 'Open as JSON' }).click();
  await workbench.showTab(`${story.id}.json`);
  await workbench.editorText();
  // The inlay hints appear after the text.
  await workbench.page.locator('.view-line').getByText('Rejected:').first().waitFor();
  await take('json', upTo(640));
  await workbench.run('FaceAuth: Look Up Submission…');
  await workbench.quickInput.type(`2026-03-02T09:14:11Z WARN sign-in refused {"auth_id": "${story.other}"}`);
  await workbench.quickInput.row(`Look up ${story.other}`).waitFor();
  await take('look-up', upTo(330));
  await workbench.quickInput.cancel();
  await workbench.showTab(story.id);
  await workbench.webviewPage().getByRole('button', { name: 'Compare With…' }).click();
  await workbench.pick(story.other);
  await workbench.run('View: Toggle Primary Side Bar Visibility');
  await workbench.page.locator('.monaco-diff-editor.side-by-side .line-delete').first().waitFor();
  await take('compare', upTo(640));
});
await withWorkbench('light', async (workbench, take) => {
  await openRecord(workbench, story);
  await take('record-light');
});
await withWorkbench('hc-dark', async (workbench, take) => {
  await openRecord(workbench, story);
  await take('record-high-contrast');
});
for (const theme of ['dark', 'light', 'hc-dark', 'hc-light'] as const) {
  await withWorkbench(theme, async (workbench, take) => {
    await openInsights(workbench);
    await take(`insights-${theme}`);
  });
}
