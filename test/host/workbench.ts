import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { addressOf } from './address.ts';
import { openBrowser, type BrowserOptions } from './browser.ts';
import { editorsOf } from './editors.ts';
import { root } from './folders.ts';
import { messagesOf } from './notifications.ts';
import { openPalette, runFromPalette } from './palette.ts';
import { collectProblems } from './problems.ts';
import { ask, offered, type Choice } from './question.ts';
import { quickInputOf } from './quickInput.ts';
import { startServer, type Server, type ServerOptions } from './server.ts';
import { changeSettings } from './userSettings.ts';
import { treeOf } from './tree.ts';

/** The colour themes that every VS Code has, by what they are for. */
export const themes = {
  dark: 'Dark 2026',
  light: 'Light 2026',
  'hc-dark': 'Default High Contrast',
  'hc-light': 'Default High Contrast Light',
} as const;

/** What a workbench is opened with. */
export interface WorkbenchOptions extends ServerOptions, Partial<BrowserOptions> {
  readonly theme?: keyof typeof themes;
  readonly folder?: string;
}

/** A real VS Code in a headless browser, with helpers that act as a person does. */
export type Workbench = Awaited<ReturnType<typeof openWorkbench>>;

/** Opens a workbench with a server, a profile and data folders of its own and few built-in extensions; `close` ends all of them. */
export async function openWorkbench(options: WorkbenchOptions = {}) {
  const settings = { 'workbench.colorTheme': themes[options.theme ?? 'dark'], ...options.settings };
  const server = await startServer({ builtIns: 'few', ...options, settings });
  const browser = await openBrowser({ size: { width: 1280, height: 800 }, ...options }).catch(
    async (error: unknown) => {
      await server.stop();
      throw error;
    },
  );
  const close = async (): Promise<void> => {
    await browser.close();
    await server.stop();
  };
  try {
    const problems = collectProblems(browser.context);
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await page.goto(addressOf(server, { folder: options.folder }));
    await restored(page);
    return { page, server, problems, close, ...helpersOf(page, server) };
  } catch (error) {
    await close();
    throw error;
  }
}

function helpersOf(page: Page, server: Server) {
  const quickInput = quickInputOf(page);
  const editors = editorsOf(page);
  const run = (title: string): Promise<void> => runFromPalette(page, quickInput, title);
  let settingsChanged = 0;
  return {
    quickInput,
    pick: quickInput.pick,
    input: quickInput.input,
    /** Runs a command from the palette by its title, with or without its category. */
    run,
    /** Opens the palette with a text in it. */
    palette: (text: string) => openPalette(page, quickInput, text),
    /** Runs a command and chooses in the lists that it asks with, one after the other. */
    ask: (title: string, ...choices: readonly Choice[]) => ask(quickInput, run, title, choices),
    /** Runs a command and returns the rows of the list that it asks with, once the one with a label is there. */
    offered: (title: string, label?: string) => offered(quickInput, run, title, label),
    /** The tree view with this title. */
    tree: (title: string) => treeOf(page, title),
    ...messagesOf(page),
    ...editors,
    /** Shows a view container from the activity bar. */
    showContainer: (title: string) => showContainer(page, title),
    /** Changes a user setting and waits until it has taken effect; its tab is in front for a moment. */
    setting: async (name: string, value: unknown): Promise<void> => {
      const title = `Settings ${(settingsChanged += 1)}`;
      changeSettings(server.userSettingsFile, { [name]: value, 'window.title': title });
      // VS Code does not notice a change from outside here. It notices a save, even one that changes nothing.
      await run('Preferences: Open User Settings (JSON)');
      await editors.showTab('settings.json');
      await run('File: Save');
      // VS Code tells extensions of both settings in one event. What is done after the title has changed comes later.
      await page.waitForFunction(`document.title === ${JSON.stringify(title)}`);
      await run('View: Close Editor');
    },
    /** Changes the colour theme. By a setting of the machine, which VS Code notices by itself: no tab comes to the front. */
    theme: (name: keyof typeof themes): void => {
      changeSettings(join(server.dataDir, 'data', 'Machine', 'settings.json'), {
        'workbench.colorTheme': themes[name],
      });
    },
    /** What the clipboard holds. */
    clipboard: () => page.evaluate<string>('navigator.clipboard.readText()'),
    /** Loads the window again, with everything it stored, and waits until it is restored. */
    reload: async (): Promise<void> => {
      const loaded = page.waitForEvent('load');
      await run('Developer: Reload Window');
      await loaded;
      await restored(page);
    },
    /** Takes a picture into out/screenshots and returns its path. */
    screenshot: (name: string) => screenshot(page, name),
  };
}

async function restored(page: Page): Promise<void> {
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
  await page.waitForFunction(() => performance.getEntriesByName('code/LifecyclePhase/Restored').length > 0);
}

async function showContainer(page: Page, title: string): Promise<void> {
  const item = page.locator('.part.activitybar .action-item').filter({ has: page.locator(`[aria-label^="${title}"]`) });
  await item.first().waitFor();
  if (!(await item.first().getAttribute('class'))?.includes('checked')) await item.first().click();
  await item.and(page.locator('.checked')).waitFor();
}

async function screenshot(page: Page, name: string): Promise<string> {
  const folder = join(root, 'out', 'screenshots');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled' });
  return path;
}
