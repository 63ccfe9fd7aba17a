import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { run } from '../test/host/command.ts';
import { onEnd } from '../test/host/ending.ts';
import { root, temporaryFolder } from '../test/host/folders.ts';

// Runs both commands of the README as a new user does: in a fresh clone of what is committed, with an empty home, no
// cache, and none of the caller's variables but a cleaned PATH. What apt installed before stays, because only another
// machine can be without it.
const { values } = parseArgs({ options: { 'without-compiler': { type: 'boolean', default: false } } });
const compilers = /^(cc|c\+\+|gcc|g\+\+|clang|clang\+\+|make|gmake)(-[\d.]+)?$|-linux-gnu-(gcc|g\+\+)(-[\d.]+)?$/;

const bare = temporaryFolder();
const clone = join(bare.path, 'clone');
const home = join(bare.path, 'home');
mkdirSync(home);
const env = { HOME: home, TMPDIR: bare.path, PATH: toolPath(), LANG: 'C.UTF-8' };

/** The programs of this machine: none that this project installed, and no compiler when there should be none. */
function toolPath(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return values['without-compiler'] ? linksWithout(folders) : folders.join(delimiter);
}

function linksWithout(folders: readonly string[]): string {
  const links = join(bare.path, 'bin');
  mkdirSync(links);
  const known = new Set<string>();
  for (const folder of folders) {
    for (const name of programsIn(folder)) {
      if (known.has(name) || compilers.test(name)) continue;
      known.add(name);
      symlinkSync(join(folder, name), join(links, name));
    }
  }
  return links;
}

function programsIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => isProgram(join(folder, name)));
  } catch {
    // PATH may name a folder that is not there.
    return [];
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

async function timed(name: string, work: () => Promise<unknown>): Promise<void> {
  process.stdout.write(`\n==== ${name}\n`);
  const start = performance.now();
  await work();
  process.stdout.write(`==== ${name}: ${((performance.now() - start) / 1000).toFixed(0)} s\n`);
}

/** Waits until `npm start` names the address of the workbench, looks whether it answers, and ends it. */
async function startAndLook(): Promise<void> {
  // A process group of its own, so that the signal reaches all that npm started, as Ctrl+C does in a terminal.
  const child = spawn('npm', ['start'], { cwd: clone, env, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  const ended = once(child, 'close');
  const interrupt = onEnd(() => process.kill(-(child.pid ?? 0), 'SIGINT'));
  for await (const line of createInterface({ input: child.stdout })) {
    process.stdout.write(`${line}\n`);
    const address = /^Open (http\S+)/.exec(line)?.[1];
    if (!address) continue;
    const { status } = await fetch(address);
    if (status !== 200) throw new Error(`The workbench answers ${status}.`);
    interrupt();
    await ended;
    return;
  }
  throw new Error('npm start ended before there was something to open.');
}

await run('git', ['clone', '--quiet', root, clone]);
await timed('npm start', startAndLook);
await timed('npm test', () => run('npm', ['test'], { cwd: clone, env, show: true }));
