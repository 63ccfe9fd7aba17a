import { globSync } from 'node:fs';
import { join } from 'node:path';
import { runMocha } from '../host/runMocha.ts';

/** What VS Code calls in its extension host: runs all built tests beside this file. */
export async function run(): Promise<void> {
  const files = globSync('**/*.test.cjs', { cwd: __dirname }).toSorted();
  const counts = await runMocha(
    files.map((file) => join(__dirname, file)),
    { timeout: 30_000 },
  );
  if (counts.failures > 0) throw new Error(`${counts.failures} tests failed.`);
}
