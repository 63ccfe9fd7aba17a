import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../test/host/folders.ts';
import { runMocha, type RunOptions } from '../test/host/runMocha.ts';

// A test that drives a workbench waits for a whole VS Code.
const options: Readonly<Record<string, RunOptions>> = {
  unit: { timeout: 10_000, jobs: 2 },
  e2e: { timeout: 120_000, jobs: 2 },
};

const [name = 'unit'] = process.argv.slice(2);
// These take longest. They start first, so that none of them runs alone at the end.
const longest = new Set(['screenShare', 'hostileWorkspace', 'coldWindow', 'laterAnswers', 'leaks', 'failures']);
const isLong = (file: string): boolean => longest.has(basename(file, '.test.ts'));
const found = globSync(`test/${name}/**/*.test.ts`, { cwd: root }).toSorted();
const files = [...found.filter(isLong), ...found.filter((file) => !isLong(file))];
const outcome = await runMocha(
  files.map((file) => join(root, file)),
  options[name] ?? { timeout: 10_000 },
);
// Ends the process, because what a test left open must not keep it running. What a test started ends with it.
process.exit(outcome.failures.length > 0 ? 1 : 0);
