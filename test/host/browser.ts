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

// Animations, such as a progress bar or a bar that fades, take a tenth of the processor time of a test. VS Code runs
// them even when reduced motion is asked for. The pages in its tabs, ours among them, keep their animations.
const holdStill = `
  if (window === top) {
    const still = new CSSStyleSheet();
    still.replaceSync('*, *::before, *::after { animation: none !important; transition: none !important; }');
    document.adoptedStyleSheets.push(still);
  }
`;

// Optimizing code takes V8 a tenth of the processor time. A test window is closed before that pays off, and no core is
// free for it meanwhile.
const asTheyAre = '--js-flags=--no-maglev --no-turbofan --single-threaded-gc';

/** How a browser is opened. */
export interface BrowserOptions {
  readonly size: Size;
  /** Lets V8 optimize the code of the pages, as in a person's browser; for measurements. */
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
      // `onEnd` ends the browser at the end of this process, so the signals and the exit code stay ours.
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
