import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Mocha from 'mocha';

/** The environment variable that names the file the counts are written to, as JSON. */
export const countsVariable = 'FACEAUTH_TEST_COUNTS';

/** How many tests passed, failed (hooks too) and were left out. */
export interface Counts {
  readonly passes: number;
  readonly failures: number;
  readonly pending: number;
}

/** Runs the test files, shows each test, writes the counts and returns them. */
export async function runMocha(files: readonly string[], timeout: number): Promise<Counts> {
  const grep = process.env['FACEAUTH_TEST_GREP'];
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', timeout, color: false, ...(grep ? { grep } : {}) });
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  const { promise, resolve } = Promise.withResolvers<void>();
  const runner = mocha.run(() => resolve());
  await promise;
  const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
  const counts = { passes, failures, pending };
  const target = process.env[countsVariable];
  if (target) {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, JSON.stringify(counts));
  }
  return counts;
}
