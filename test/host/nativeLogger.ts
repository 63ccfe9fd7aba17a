import { cpSync, existsSync, globSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './command.ts';
import { cacheFolder, root, temporaryFolder } from './folders.ts';

const name = join('node_modules', '@vscode', 'spdlog');
const built = join('build', 'Release', 'spdlog.node');

/** Whether the VS Code in this folder can write logs into files. */
export function hasLogger(vscode: string): boolean {
  return existsSync(join(vscode, name, built));
}

/**
 * Builds the native module with which VS Code writes logs, where there is a compiler; all else works without it.
 * It is tried once, in a folder of its own: another process may use this VS Code, or be building too.
 */
export async function buildLogger(vscode: string): Promise<void> {
  const mark = join(vscode, 'logger-not-built');
  if (hasLogger(vscode) || existsSync(mark)) return;
  const work = temporaryFolder(cacheFolder());
  try {
    cpSync(join(vscode, name), join(work.path, name), { recursive: true });
    // Without it node-gyp downloads the headers of the Node.js that runs it.
    const nodedir = nodeHome();
    const env = { ...process.env, ...(nodedir && { npm_config_nodedir: nodedir }) };
    await run('npm', ['rebuild', '--loglevel=error'], { cwd: work.path, env });
    bringInto(join(vscode, name, built), join(work.path, name, built));
  } catch {
    writeFileSync(mark, '');
    process.stdout.write(
      `VS Code's native logger cannot be built here, so logs stay empty and their tests are left out; ` +
        `with Python, make and a C++ compiler, delete ${mark} to try again\n`,
    );
  } finally {
    work.release();
  }
}

// The package of this platform, which the pinned Node.js installs below itself, holds the headers too.
function nodeHome(): string | undefined {
  const [header] = globSync('node_modules/node/node_modules/*/include/node/node.h', { cwd: root });
  return header && join(root, header, '..', '..', '..');
}

// A file is there as a whole or not at all; one that another process put there is as good as ours.
function bringInto(target: string, file: string): void {
  mkdirSync(dirname(target), { recursive: true });
  renameSync(file, target);
}
