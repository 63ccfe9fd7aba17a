import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.ts';
import { cacheFolder, temporaryFolder } from './folders.ts';
import { buildLogger } from './nativeLogger.ts';

// The npm package code-server carries a whole VS Code (server and web workbench); 4.139.1 carries VS Code 1.139.1.
const version = '4.139.1';
const integrity = 'fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==';

/** The folder of VS Code's server, installed into the user's cache when it is not there yet. */
export async function webHost(): Promise<string> {
  const home = join(cacheFolder(), `web-host-${version}`);
  if (!isComplete(home)) {
    process.stdout.write(`Installing VS Code's web host ${version} into ${home} (once, about 600 MB)\n`);
    const work = temporaryFolder(cacheFolder());
    try {
      await install(work.path);
      moveInto(join(work.path, 'package'), home);
    } finally {
      work.release();
    }
  }
  const vscode = join(home, 'lib', 'vscode');
  await buildLogger(vscode);
  return vscode;
}

function isComplete(home: string): boolean {
  return existsSync(join(home, 'complete'));
}

// Only lib/vscode is used: the wrapper around it, its dependencies and all install scripts are left out.
async function install(folder: string): Promise<void> {
  await run('npm', ['pack', `code-server@${version}`, '--silent'], { cwd: folder });
  const archive = `code-server-${version}.tgz`;
  const found = createHash('sha512')
    .update(readFileSync(join(folder, archive)))
    .digest('base64');
  if (found !== integrity) throw new Error(`${archive} is not the file that was pinned: sha512 ${found}`);
  mkdirSync(join(folder, 'package'), { recursive: true });
  await run('tar', ['-xzf', archive], { cwd: folder });
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  await run('npm', ['install', '--omit=dev', '--ignore-scripts', ...quiet], {
    cwd: join(folder, 'package', 'lib', 'vscode'),
  });
  writeFileSync(join(folder, 'package', 'complete'), '');
}

// A rename is all or nothing; when another process was first, its copy is as good as ours.
function moveInto(from: string, home: string): void {
  try {
    renameSync(from, home);
  } catch (error) {
    if (!isComplete(home)) throw error;
  }
}
