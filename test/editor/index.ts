import { globSync } from 'node:fs';
import { join } from 'node:path';
import { runMocha } from '../host/runMocha.ts';

/** What VS Code calls in its extension host: runs all built tests beside this file. */
export async function run(): Promise<void> {
  const all = globSync('**/*.test.cjs', { cwd: __dirname }).toSorted();
  // This file tests that nothing of the extension runs before its first use, so it comes before all files that use it.
  const first = 'inspector.test.cjs';
  const files = [first, ...all.filter((file) => file !== first)];
  const counts = await runMocha(
    files.map((file) => join(__dirname, file)),
    { timeout: 30_000 },
  );
  if (counts.failures.length > 0) throw new Error(`${counts.failures.length} tests failed.`);
}
