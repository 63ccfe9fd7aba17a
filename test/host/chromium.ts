import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './command.ts';

// The build without a window takes a quarter less processor time to show a workbench.
const windowless = 'chromium-headless-shell';
const names = [windowless, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
// Where their installers put them, which is on no PATH.
const places: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)']].flatMap((folder) =>
    folder ? [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')] : [],
  ),
};
const remedy = 'install Chromium or Chrome and put it on PATH, or name its executable in CHROMIUM_PATH';

/** The executable of a Chromium, installed from Debian's packages when there is none and we may. */
export async function chromium(): Promise<string> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (!isExecutable(named)) throw new Error(`CHROMIUM_PATH names ${named}, which cannot be started: ${remedy}.`);
    return named;
  }
  const found = installed();
  if (found) return found;
  await installFromDebian();
  const added = installed();
  if (!added) throw new Error(`No Chromium after installing Debian's package: ${remedy}.`);
  return added;
}

function installed(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...(places[process.platform] ?? [])].find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

async function installFromDebian(): Promise<void> {
  if (!existsSync('/etc/debian_version')) throw new Error(`No Chromium found: ${remedy}.`);
  process.stdout.write("Installing Chromium from Debian's packages (once)\n");
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q'];
  try {
    await runWords([...apt, 'update']);
    await runWords([...apt, 'install', '-y', '--no-install-recommends', windowless]);
  } catch (cause) {
    throw new Error(`No Chromium found and Debian's package could not be installed: ${remedy}.`, { cause });
  }
}

async function runWords([command = '', ...args]: readonly string[]): Promise<void> {
  await run(command, args);
}
