import { parseArgs } from 'node:util';
import { chromium } from '../test/host/chromium.ts';
import { webHost } from '../test/host/webHost.ts';
import { runStage, type Result, type Stage } from './stage.ts';

// Quick ones first, two at a time: their output is shown when they end.
const quick: readonly Stage[] = [
  {
    name: 'types',
    commands: [
      ['tsc', '-p', '.'],
      ['tsc', '-p', 'media'],
    ],
  },
  { name: 'build', commands: [['node', 'esbuild.mjs', '--production']] },
  { name: 'lint', commands: [['oxlint', '--type-aware', '--deny-warnings']] },
  { name: 'format', commands: [['prettier', '--check', '--log-level', 'warn', '.']] },
  { name: 'unit', counted: true, commands: [['node', 'scripts/mocha.ts', 'unit']] },
  { name: 'package', after: ['build'], commands: [['node', 'scripts/package.ts']] },
];

// Each of these keeps the machine busy, so they run alone and show what they do.
const slow: readonly Stage[] = [
  { name: 'editor', after: ['build'], counted: true, commands: [['node', 'scripts/editor.ts']] },
  { name: 'e2e', after: ['build'], counted: true, commands: [['node', 'scripts/mocha.ts', 'e2e']] },
];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: 'string' } } });
const env = { ...process.env, ...(values.grep ? { FACEAUTH_TEST_GREP: values.grep } : {}) };
const results = new Map<string, Result>();

function wanted(stages: readonly Stage[]): Stage[] {
  return stages.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
}

async function perform(stage: Stage, live: boolean): Promise<void> {
  const missing = stage.after?.find((name) => results.get(name)?.failed);
  if (live) process.stdout.write(`\n== ${stage.name}\n`);
  const result = missing
    ? { name: stage.name, passed: 0, failed: 1, seconds: 0, output: `Not run: ${missing} failed.\n` }
    : await runStage(stage, live, env);
  results.set(stage.name, result);
  const verdict = result.failed > 0 ? 'FAILED' : 'passed';
  process.stdout.write(`\n== ${stage.name}: ${verdict} in ${result.seconds.toFixed(1)} s\n${result.output}`);
}

async function performTwoAtATime(stages: readonly Stage[]): Promise<void> {
  const left = [...stages];
  const work = async (): Promise<void> => {
    for (let stage = left.shift(); stage; stage = left.shift()) await perform(stage, false);
  };
  await Promise.all([work(), work()]);
}

function checkNames(): void {
  const known = [...quick, ...slow].map(({ name }) => name);
  const unknown = positionals.find((name) => !known.includes(name));
  if (unknown) throw new Error(`There is no stage ${unknown}; there are ${known.join(', ')}.`);
}

checkNames();
const last = wanted(slow);
// What the slow stages need is fetched meanwhile; they tell when it could not be.
const host = last.length > 0 ? Promise.allSettled([webHost(), chromium()]) : undefined;
await performTwoAtATime(wanted(quick));
await host;
for (const stage of last) await perform(stage, true);
const all = [...results.values()];
const failed = all.reduce((sum, each) => sum + each.failed, 0);
process.exitCode = failed > 0 ? 1 : 0;
process.stdout.write(`\n${all.reduce((sum, each) => sum + each.passed, 0)} passed, ${failed} failed\n`);
