import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { onEnd } from '../test/host/ending.ts';
import { root } from '../test/host/folders.ts';
import { outcomeVariable, type Failed, type Timed } from '../test/host/runMocha.ts';

const limitMinutes = 20;
const graceSeconds = 10;
const outcome = z.object({
  passes: z.number(),
  failures: z.array(z.object({ title: z.string(), file: z.string(), message: z.string() })),
  pending: z.number(),
  slowest: z.array(z.object({ title: z.string(), file: z.string(), ms: z.number() })),
});

/** One stage of the checks. Its commands run one after the other, even after one of them has failed. */
export interface Stage {
  readonly name: string;
  readonly commands: readonly (readonly string[])[];
  /** Stages that run before this one. If one of them fails, this one does not run. */
  readonly after?: readonly string[];
  /** The stage needs a VS Code and a browser. */
  readonly host?: boolean;
  /** The stage runs tests and counts them; any other counts as one. */
  readonly counted?: boolean;
}

/** How a stage ended, and what it printed. */
export interface Result {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  readonly output: string;
  readonly failures: readonly Failed[];
  readonly slowest: readonly Timed[];
}

/** Runs a stage to its end. */
export async function runStage(stage: Stage, env: NodeJS.ProcessEnv): Promise<Result> {
  const start = performance.now();
  const file = join(root, 'out', 'test', `outcome-${stage.name}.json`);
  rmSync(file, { force: true });
  let output = '';
  let broken = 0;
  const write = (text: string): void => {
    output += text;
  };
  for (const command of stage.commands) {
    const passed = await runCommand(command, { ...env, [outcomeVariable]: file }, write);
    broken += passed ? 0 : 1;
  }
  const seconds = (performance.now() - start) / 1000;
  if (!stage.counted) {
    const counts = { passed: broken ? 0 : 1, failed: broken ? 1 : 0, skipped: 0 };
    return { name: stage.name, ...counts, seconds, output, failures: [], slowest: [] };
  }
  const { passes, failures, pending, slowest } = existsSync(file)
    ? outcome.parse(JSON.parse(readFileSync(file, 'utf8')))
    : { passes: 0, failures: [], pending: 0, slowest: [] };
  if (passes + failures.length === 0) output += `The stage ${stage.name} ran no test.\n`;
  const failed = Math.max(failures.length, broken || passes === 0 ? 1 : 0);
  return { name: stage.name, passed: passes, failed, skipped: pending, seconds, output, failures, slowest };
}

async function runCommand(
  [program = '', ...args]: readonly string[],
  env: NodeJS.ProcessEnv,
  write: (text: string) => void,
): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  // A process group of its own, so that a command that hangs can be ended with everything it started.
  const child = spawn(program, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    shell: isWindows,
  });
  const release = onEnd(() => endGroup(child, 'SIGTERM'));
  child.stdout.setEncoding('utf8').on('data', write);
  child.stderr.setEncoding('utf8').on('data', write);
  const limit = setTimeout(() => {
    write(`\n${program} ${args.join(' ')} did not end within ${limitMinutes} minutes and was stopped.\n`);
    endGroup(child, 'SIGTERM');
    setTimeout(() => endGroup(child, 'SIGKILL'), graceSeconds * 1000).unref();
  }, limitMinutes * 60_000);
  child.on('error', (error) => {
    write(`${program}: ${error.message}\n`);
    resolve(false);
  });
  child.on('close', (code) => resolve(code === 0));
  const passed = await promise;
  clearTimeout(limit);
  release();
  return passed;
}

const isWindows = process.platform === 'win32';

// Works even after the group's first process has ended, because the processes that it started may be left.
function endGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  if (isWindows) {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
