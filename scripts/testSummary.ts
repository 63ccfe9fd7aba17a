import { relative } from 'node:path';
import { root } from '../test/host/folders.ts';
import type { Result } from './stage.ts';

const shown = 10;

/** What each stage took, and all of them together; in seconds. */
export function stageTimes(results: readonly Result[], total: number): string {
  const rows = [...results.map(({ name, seconds }) => [name, seconds] as const), ['all', total] as const];
  return ['What each stage took:', ...rows.map(([name, seconds]) => `${padded(seconds)} s  ${name}`), ''].join('\n');
}

/** The slowest tests and hooks of all stages, the slowest first. */
export function slowestTests(results: readonly Result[]): string {
  const all = results.flatMap(({ slowest }) => slowest).toSorted((one, other) => other.ms - one.ms);
  if (all.length === 0) return '';
  const rows = all
    .slice(0, shown)
    .map(({ ms, title, file }) => `${padded(ms / 1000)} s  ${relative(root, file)}: ${title}`);
  return ['The slowest tests:', ...rows, ''].join('\n');
}

/** What failed in which stage. It is printed at the end, so that it is not lost among everything that passed. */
export function failedTests(results: readonly Result[]): string {
  const rows = results
    .filter(({ failed }) => failed > 0)
    .flatMap(({ name, failures }) =>
      failures.length === 0
        ? [`  ${name}`]
        : failures.map(({ title, file, message }) => `  ${relative(root, file)}: ${title}: ${message}`),
    );
  return rows.length === 0 ? '' : ['What failed:', ...rows, ''].join('\n');
}

/**
 * The counts of all stages: `2325 passed, 1 failed, 9 skipped`. The numbers have no commas, so that a program can read
 * them.
 */
export function lastLine(results: readonly Result[]): string {
  const sum = (count: (result: Result) => number): number =>
    results.reduce((total, result) => total + count(result), 0);
  const skipped = sum((result) => result.skipped);
  const ran = `${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`;
  return skipped > 0 ? `${ran}, ${skipped} skipped` : ran;
}

function padded(seconds: number): string {
  return seconds.toFixed(1).padStart(7);
}
