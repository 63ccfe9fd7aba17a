import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { chromium as playwright, type BrowserContext } from 'playwright-core';
import { chromium } from './chromium.ts';
import { onEnd } from './ending.ts';
import { temporaryFolder } from './folders.ts';

/** How large the page is, in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  // The page may reach the server of this run and nothing else.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

// Frames of what moves for its own sake, such as a bar of progress or one that fades, take a tenth of the processor time of
// a test. VS Code moves these even where less motion is wanted. The pages in its tabs, ours among them, stay as they are.
const holdStill = `
  if (window === top) {
    const still = new CSSStyleSheet();
    still.replaceSync('*, *::before, *::after { animation: none !important; transition: none !important; }');
    document.adoptedStyleSheets.push(still);
  }
`;

// A window of a test has ended before it pays off that V8 optimizes its code, and there is no core left to do it on meanwhile:
// this takes a tenth of the processor time.
const asTheyAre = '--js-flags=--no-maglev --no-turbofan --single-threaded-gc';

/** How a browser is opened. */
export interface BrowserOptions {
  readonly size: Size;
  /** Has it optimize what runs in its pages, as the browser of a person does; for what is measured. */
  readonly optimizes?: boolean | undefined;
}

/** A headless Chromium with a profile of its own: what the page stores survives a reload and ends with `close`. */
export async function openBrowser({
  size,
  optimizes = false,
}: BrowserOptions): Promise<{ context: BrowserContext; close: () => Promise<void> }> {
  const executablePath = await chromium();
  const profile = temporaryFolder();
  try {
    const context = await playwright.launchPersistentContext(profile.path, {
      executablePath,
      args: optimizes ? flags : [...flags, asTheyAre],
      viewport: size,
      reducedMotion: 'reduce',
      locale: 'en-US',
      permissions: ['clipboard-read', 'clipboard-write'],
      // The end of this process ends the browser; the exit code stays ours.
      handleSIGHUP: false,
      handleSIGINT: false,
      handleSIGTERM: false,
    });
    const kill = onEnd(() => killOwner(profile.path));
    await context.addInitScript(holdStill);
    const close = async (): Promise<void> => {
      // A page that hangs can hold a browser open for minutes.
      const force = setTimeout(kill, 5000);
      await context.close();
      clearTimeout(force);
      kill();
      profile.release();
    };
    return { context, close };
  } catch (error) {
    profile.release();
    throw error;
  }
}

function killOwner(profile: string): void {
  for (const pid of pidsOf(profile)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended meanwhile.
    }
  }
}

/** The processes of the browser with this profile. */
function pidsOf(profile: string): readonly number[] {
  if (process.platform === 'linux') {
    const all = readdirSync('/proc').map(Number).filter(Number.isInteger);
    return all.filter((pid) => readOr('', () => readFileSync(`/proc/${pid}/cmdline`, 'utf8')).includes(profile));
  }
  // Chromium's lock on its profile names the process that holds it ("host-pid"); there is none once it has ended.
  const lock = readOr('', () => readlinkSync(join(profile, 'SingletonLock')));
  return Array.from(/-(\d+)$/.exec(lock)?.slice(1) ?? [], Number);
}

function readOr(otherwise: string, read: () => string): string {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
