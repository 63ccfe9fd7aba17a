import { parseArgs } from 'node:util';
import { chromium } from '../test/host/chromium.ts';
import { webHost } from '../test/host/webHost.ts';
import { runStage, type Result, type Stage } from './stage.ts';
import { failedTests, lastLine, slowestTests, stageTimes } from './testSummary.ts';

// The phases run one after the other, and the stages of a phase two at a time. A stage that uses both cores has a phase
// of its own, because beside another stage its tests would exceed their time limits.
const phases: readonly (readonly Stage[])[] = [
  [{ name: 'build', commands: [['node', 'esbuild.mjs', '--production']] }],
  [{ name: 'unit', counted: true, commands: [['node', 'scripts/mocha.ts', 'unit']] }],
  [
    {
      name: 'types',
      commands: [
        ['tsc', '-p', '.'],
        ['tsc', '-p', 'media'],
      ],
    },
    { name: 'format', commands: [['prettier', '--check', '--log-level', 'warn', '.']] },
    { name: 'package', after: ['build'], commands: [['node', 'scripts/package.ts']] },
    { name: 'lint', commands: [['oxlint', '--type-aware', '--deny-warnings']] },
    { name: 'editor', after: ['build'], host: true, counted: true, commands: [['node', 'scripts/editor.ts']] },
  ],
  [{ name: 'e2e', after: ['package'], host: true, counted: true, commands: [['node', 'scripts/mocha.ts', 'e2e']] }],
];
const stages = phases.flat();
const lanes = 2;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: 'string' } } });
const env = { ...process.env, ...(values.grep ? { FACEAUTH_TEST_GREP: values.grep } : {}) };

/** The stages that are named, and those that they need, in their order; all when none is named. */
function wanted(): Stage[] {
  const needed = new Set<string>();
  const add = (name: string): void => {
    const stage = stages.find((one) => one.name === name);
    if (!stage) throw new Error(`There is no stage ${name}; there are ${stages.map((one) => one.name).join(', ')}.`);
    needed.add(name);
    for (const before of stage.after ?? []) add(before);
  };
  for (const name of positionals) add(name);
  return stages.filter(({ name }) => positionals.length === 0 || needed.has(name));
}

const asked = wanted();
// Meanwhile fetches what the last stages need. If that fails, those stages say so.
const host = asked.some((stage) => stage.host) ? Promise.allSettled([webHost(), chromium()]) : undefined;
const runs = new Map<string, Promise<Result>>();

async function perform(stage: Stage): Promise<Result> {
  if (stage.host) await host;
  for (const name of stage.after ?? []) {
    const before = await runs.get(name);
    if (before && before.failed > 0) {
      return {
        ...before,
        name: stage.name,
        passed: 0,
        failed: 1,
        output: `Not run: ${name} failed.\n`,
        failures: [],
        slowest: [],
      };
    }
  }
  return await runStage(stage, env);
}

async function work(queue: Stage[]): Promise<void> {
  for (let stage = queue.shift(); stage; stage = queue.shift()) {
    const run = perform(stage);
    runs.set(stage.name, run);
    const { name, failed, seconds, output } = await run;
    process.stdout.write(`\n== ${name}: ${failed > 0 ? 'FAILED' : 'passed'} in ${seconds.toFixed(1)} s\n${output}`);
  }
}

const started = performance.now();
for (const phase of phases) {
  const queue = phase.filter((stage) => asked.includes(stage));
  await Promise.all(Array.from({ length: lanes }, () => work(queue)));
}
const results = await Promise.all(runs.values());
const total = (performance.now() - started) / 1000;
process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
const summary = [stageTimes(results, total), slowestTests(results), failedTests(results), lastLine(results)];
process.stdout.write(`\n${summary.filter(Boolean).join('\n')}\n`);
