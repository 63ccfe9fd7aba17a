import { DEMO_KEY } from '../../src/demo/service.ts';
import { join } from 'node:path';
import { temporaryFolder } from '../../test/host/folders.ts';
import { installExtension } from '../../test/host/server.ts';
import { openWorkbench, type Workbench } from '../../test/host/workbench.ts';
import type { Pair } from './pairs.ts';
import { ratioRow, type Row } from './row.ts';
import type { Services } from './services.ts';
import { vsix } from './sizes.ts';
import { packSmall } from './smallExtension.ts';

const records = 100_000;
const openings = 9;
const target = 4;
const ours = 'FaceAuth: Show Insights';
const empty = 'Bench: Show an Empty Panel';

/**
 * The time from the command to our first chart against that to an empty panel, in a real VS Code with everything
 * loaded.
 */
export async function measureInsightsPaint(services: Services): Promise<Row> {
  const folder = temporaryFolder();
  const extensionsDir = join(folder.path, 'extensions');
  for (const path of [vsix, await packEmpty(folder.path)]) {
    await installExtension(path, extensionsDir);
  }
  const settings = { 'faceauth.baseUrl': await services.baseOf(records), 'faceauth.pageSize': 2000 };
  const workbench = await openWorkbench({ builtIns: 'all', extensionsDir, settings, optimizes: true });
  const pairs: Pair[] = [];
  try {
    await loadAll(workbench);
    await workbench.page.addInitScript(tellPainted, paintedAt);
    while (pairs.length < openings) {
      pairs.push({ ours: await paint(workbench, ours), theirs: await paint(workbench, empty) });
    }
  } finally {
    await workbench.close();
    folder.release();
  }
  return ratioRow({
    measured: `insights over ${records.toLocaleString('en')} submissions painted`,
    compared: 'an empty panel painted',
    unit: 'ms',
    pairs,
    target,
    notes: [`the first ${(pairs[0]?.ours ?? Number.NaN).toFixed(0)} ms`],
  });
}

async function packEmpty(folder: string): Promise<string> {
  return await packSmall(folder, {
    name: 'empty',
    activationEvents: [],
    contributes: { commands: [{ command: 'bench.empty', title: empty }] },
    code: `const vscode = require('vscode');
      exports.activate = ({ subscriptions }) => {
        subscriptions.push(vscode.commands.registerCommand('bench.empty', () => {
          const { webview } = vscode.window.createWebviewPanel('bench.empty', 'Empty', 1, { enableScripts: true });
          webview.html = '<!DOCTYPE html><html><body><figure><svg width="9" height="9"></svg></figure></body></html>';
        }));
      };\n`,
  });
}

async function loadAll(workbench: Workbench): Promise<void> {
  await workbench.showContainer('FaceAuth');
  await workbench.ask('FaceAuth: Add Project…', { input: 'Bench' }, { input: DEMO_KEY });
  await workbench.tree('Submissions').waitFor('Rejected');
  await workbench.run('FaceAuth: Load All Submissions');
  await workbench.page
    .getByText(/loaded, all/)
    .filter({ visible: true })
    .first()
    .waitFor({ timeout: 120_000 });
}

/**
 * The time from the Enter key in the palette until the frame with the first chart is painted. Closes the panel after
 * that.
 */
async function paint(workbench: Workbench, command: string): Promise<number> {
  const { page, quickInput } = workbench;
  await page.keyboard.press('F1');
  await page.keyboard.type(command);
  await quickInput.row(command).waitFor();
  const painted = page.waitForEvent('console', (message) => message.text().startsWith(paintedAt));
  const start = Date.now();
  await page.keyboard.press('Enter');
  const time = Number((await painted).text().slice(paintedAt.length)) - start;
  await workbench.run('View: Close Editor');
  return time;
}

const paintedAt = 'First chart painted at ';

declare const document: { querySelector(selector: string): unknown };
declare function requestAnimationFrame(callback: () => void): void;
declare class MutationObserver {
  constructor(callback: () => void);
  observe(target: unknown, options: { childList: true; subtree: true }): void;
  disconnect(): void;
}

// Runs in every frame of the page, so that the frame itself says when it was painted. Looking for the chart from
// outside takes longer.
function tellPainted(text: string): void {
  const look = (): void => {
    if (!document.querySelector('figure svg')) return;
    clearInterval(observing);
    observer.disconnect();
    requestAnimationFrame(() => {
      setTimeout(() => console.log(`${text}${Date.now()}`));
    });
  };
  const observer = new MutationObserver(look);
  // VS Code writes its page into an existing frame, which ends the observation there. So it is started again and again,
  // and looks for a chart that came in between: a page that does not change any more has no other mutation.
  const observing = setInterval(() => {
    observer.observe(document, { childList: true, subtree: true });
    look();
  }, 4);
}
