import { once } from 'node:events';
import { join } from 'node:path';
import { spawn, spawnSync } from 'node:child_process';
import { run } from '../test/host/command.ts';
import { onEnd } from '../test/host/ending.ts';
import { root, temporaryFolder } from '../test/host/folders.ts';
import { addressOf } from '../test/host/address.ts';
import { startServer } from '../test/host/server.ts';
import { hasDisplay } from './display.ts';

// The second one opens the demo data, so that there is something to see without a key.
const extensions = [root, join(root, 'scripts', 'openDemo')];
const windows = process.platform === 'win32';

function hasDesktop(): boolean {
  return hasDisplay() && spawnSync('code', ['--version'], { stdio: 'ignore', shell: windows }).status === 0;
}

async function startDesktop(): Promise<void> {
  const profile = temporaryFolder();
  const development = extensions.map((path) => `--extensionDevelopmentPath=${path}`);
  const args = [...development, `--user-data-dir=${profile.path}`, '--new-window', '--wait'];
  const child = spawn('code', args, { stdio: 'inherit', shell: windows });
  onEnd(() => child.kill());
  process.stdout.write('VS Code opens in a window of its own. Ctrl+C or closing the window ends it.\n');
  await once(child, 'exit');
}

async function startWeb(): Promise<void> {
  const server = await startServer({ extensionPath: extensions });
  process.stdout.write(`Open ${addressOf(server, {})}\nCtrl+C ends it.\n`);
  await server.ended;
  throw new Error("VS Code's server ended.");
}

await run('node', ['esbuild.mjs'], { cwd: root });
await (hasDesktop() ? startDesktop() : startWeb());
