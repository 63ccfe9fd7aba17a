import { globSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../test/host/folders.ts';
import { runMocha } from '../test/host/runMocha.ts';

// A test that drives a workbench waits for a whole VS Code.
const timeouts: Readonly<Record<string, number>> = { unit: 10_000, e2e: 120_000 };

const [name = 'unit'] = process.argv.slice(2);
const files = globSync(`test/${name}/**/*.test.ts`, { cwd: root }).toSorted();
const counts = await runMocha(
  files.map((file) => join(root, file)),
  timeouts[name] ?? 10_000,
);
// What a test left open must not hold the run up; what it started is ended here.
process.exit(counts.failures > 0 ? 1 : 0);
