import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Mocha, { type Runnable } from 'mocha';

/** The environment variable that names the file the outcome is written to, as JSON. */
export const outcomeVariable = 'FACEAUTH_TEST_OUTCOME';

/** A test or hook and how long it took, in ms. */
export interface Timed {
  readonly title: string;
  readonly file: string;
  readonly ms: number;
}

/** A test or hook that failed, and the first line of what it said. */
export interface Failed {
  readonly title: string;
  readonly file: string;
  readonly message: string;
}

/** How many tests passed and were left out, those that failed (hooks too), and the slowest of all. */
export interface Outcome {
  readonly passes: number;
  readonly failures: readonly Failed[];
  readonly pending: number;
  readonly slowest: readonly Timed[];
}

/** How the files are run; `jobs` of them at a time, each in a process of its own when that is more than one. */
export interface RunOptions {
  /** For one test or hook, in ms. */
  readonly timeout: number;
  readonly jobs?: number;
}

const slowestCount = 10;

/** Runs the test files, shows each test, writes the outcome and returns it. */
export async function runMocha(files: readonly string[], { timeout, jobs = 1 }: RunOptions): Promise<Outcome> {
  const grep = process.env['FACEAUTH_TEST_GREP'];
  const parallel = jobs > 1;
  const mocha = new Mocha({
    ...{ ui: 'bdd', reporter: 'spec', timeout, color: false, parallel, jobs },
    ...(grep && { grep }),
  });
  for (const file of files) mocha.addFile(file);
  if (!parallel) await mocha.loadFilesAsync();
  const timed: Timed[] = [];
  const failures: Failed[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const runner = mocha.run(() => resolve());
  const note = (done: Runnable): void => {
    timed.push({ title: done.fullTitle(), file: done.file ?? '', ms: done.duration ?? 0 });
  };
  runner.on('test end', note).on('hook end', note);
  runner.on('fail', (broken: Runnable, { message = '' }: Partial<Error>) => {
    failures.push({ title: broken.fullTitle(), file: broken.file ?? '', message: message.split('\n', 1).join('') });
  });
  await promise;
  const { passes = 0, pending = 0 } = runner.stats ?? {};
  const slowest = timed.toSorted((one, other) => other.ms - one.ms).slice(0, slowestCount);
  const outcome = { passes, failures, pending, slowest };
  const target = process.env[outcomeVariable];
  if (target) {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, JSON.stringify(outcome));
  }
  return outcome;
}
