import { cpSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './command.ts';
import { cacheFolder, temporaryFolder } from './folders.ts';

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
  const mark = join(vscode, 'no-native-logger');
  if (hasLogger(vscode) || existsSync(mark)) return;
  const work = temporaryFolder(cacheFolder());
  try {
    cpSync(join(vscode, name), join(work.path, name), { recursive: true });
    await run('npm', ['rebuild', '--loglevel=error'], { cwd: work.path });
    bringInto(join(vscode, name, built), join(work.path, name, built));
  } catch {
    writeFileSync(mark, '');
    process.stdout.write(
      `VS Code's native logger cannot be built here, so logs stay empty and their test is left out; ` +
        `with Python, make and a C++ compiler, delete ${mark} to try again\n`,
    );
  } finally {
    work.release();
  }
}

// A file is there as a whole or not at all; one that another process put there is as good as ours.
function bringInto(target: string, file: string): void {
  mkdirSync(dirname(target), { recursive: true });
  renameSync(file, target);
}
