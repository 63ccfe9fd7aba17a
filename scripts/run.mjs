// Starts scripts/NAME.ts under the Node.js that package.json pins, after installing what is missing. This file itself
// runs in any Node.js from 20 on, so it may need neither an installed package nor a newer language.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const windows = process.platform === 'win32';
const pinnedNode = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

function packagesOf(path) {
  return Object.entries(JSON.parse(readFileSync(join(root, path), 'utf8')).packages);
}

// npm keeps a list of what it installed; optional packages of other platforms are rightly missing from it.
function whyInstall() {
  const record = join('node_modules', '.package-lock.json');
  if (!existsSync(join(root, record)) || !existsSync(pinnedNode)) return 'Dependencies are not installed yet';
  const installed = new Map(packagesOf(record));
  const stale = packagesOf('package-lock.json').some(
    ([path, wanted]) => path !== '' && !wanted.optional && installed.get(path)?.version !== wanted.version,
  );
  return stale ? 'Dependencies differ from package-lock.json' : undefined;
}

function install() {
  const reason = whyInstall();
  if (!reason) return;
  console.log(`${reason}: running npm ci`);
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: windows });
  if (error || status !== 0) fail(`npm ci failed${error ? `: ${error.message}` : ''}.`);
}

function fail(words) {
  console.error(words);
  process.exit(1);
}

function run(name, args) {
  const script = ['ts', 'mjs']
    .map((ending) => join(root, 'scripts', `${name}.${ending}`))
    .find((path) => existsSync(path));
  if (!script) fail(`There is no script ${name ?? ''} in scripts/.`);
  const path = [dirname(pinnedNode), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path };
  const child = spawn(pinnedNode, [script, ...args], { cwd: root, stdio: 'inherit', env });
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(error.message));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

if (Number.parseInt(process.versions.node, 10) < 20) {
  fail(`Node.js ${process.versions.node} is too old: version 20 or newer is needed to start.`);
}
const [name, ...args] = process.argv.slice(2);
install();
run(name, args);
