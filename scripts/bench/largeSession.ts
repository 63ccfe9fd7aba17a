import * as z from 'zod/mini';
import { inChild } from './child.ts';
import { median } from './pairs.ts';
import { ratioRow, timeRow, type Row } from './row.ts';
import type { Services } from './services.ts';

const many = 1_000_000;
const fewer = 100_000;
const runCount = 3;
const mostMs = 50;
const mostScale = 12;

const held = z.object({ ms: z.number(), longest: z.number(), longestComputed: z.number() });

const result = z.object({
  records: z.number(),
  steps: z.record(z.string(), held),
  worst: z.object({ ms: z.number(), what: z.string(), rows: z.number() }),
  rss: z.number(),
  pass: z.number(),
});

type Result = z.infer<typeof result>;

/** One session of each size, one right after the other. */
interface Run {
  readonly many: Result;
  readonly fewer: Result;
}

const runs = new WeakMap<Services, Promise<readonly Run[]>>();

/** Several rows come from the same sessions. */
async function runsOn(services: Services): Promise<readonly Run[]> {
  const known = runs.get(services) ?? measured(services);
  runs.set(services, known);
  return await known;
}

async function measured(services: Services): Promise<readonly Run[]> {
  const all: Run[] = [];
  while (all.length < runCount) {
    all.push({ many: await sessionOf(services, many), fewer: await sessionOf(services, fewer) });
  }
  return all;
}

async function sessionOf(services: Services, records: number): Promise<Result> {
  const one = await inChild(result, 'sessionChild.ts', await services.baseOf(many, records));
  if (one.records !== records) throw new Error(`${one.records} records were loaded, not ${records}.`);
  return one;
}

/** The longest time that expanding any row takes, in any grouping. */
export async function measureExpand(services: Services): Promise<Row> {
  const worst = (await runsOn(services)).map((run) => run.many.worst);
  const longest = median(worst.map(({ ms }) => ms));
  const row = timeRow(`any row expanded, of ${text(many)} records`, longest, mostMs, { worst });
  const each = worst.map(({ ms, what, rows }) => `${what} ${ms.toFixed(0)} ms, of ${text(rows)} rows`);
  return { ...row, compared: await passOn(services), notes: [`median of ${worst.length} processes`, ...each] };
}

/** The longest time that loading, grouping or filtering holds the thread. */
export async function measureBlocked(services: Services): Promise<Row> {
  const steps = (await runsOn(services)).map((run) => run.many.steps);
  const longest = median(steps.map((one) => Math.max(...Object.values(one).map((step) => step.longest))));
  const row = timeRow(`thread held while ${text(many)} records are loaded and shown`, longest, mostMs, { steps });
  const middle = (name: string, kind: 'longest' | 'longestComputed'): string =>
    median(steps.map((one) => one[name]?.[kind] ?? Number.NaN)).toFixed(0);
  const each = Object.keys(steps[0] ?? {}).map(
    (name) => `${name} ${middle(name, 'longest')} ms, computing ${middle(name, 'longestComputed')} ms`,
  );
  return { ...row, compared: await passOn(services), notes: [`median of ${steps.length} processes`, ...each] };
}

/** The time of a plain pass, to compare other times with, because machines differ. */
async function passOn(services: Services): Promise<string> {
  const ms = median((await runsOn(services)).map((run) => run.many.pass));
  return `one plain pass over the same columns: ${ms.toFixed(0)} ms`;
}

/** The time to load, group and filter ten times as many records, against that for the smaller number. */
export async function measureScale(services: Services): Promise<Row> {
  const all = await runsOn(services);
  const megabytes = median(all.map((run) => run.many.rss)) / 1e6;
  return ratioRow({
    measured: `${text(many)} records loaded, grouped, filtered`,
    compared: text(fewer),
    unit: 's',
    pairs: all.map((run) => ({ ours: secondsOf(run.many), theirs: secondsOf(run.fewer) })),
    target: mostScale,
    notes: ['each in a fresh process', `at the end ${megabytes.toFixed(0)} MB of memory in use`],
    figures: { megabytes },
  });
}

function secondsOf({ steps }: Result): number {
  return Object.values(steps).reduce((sum, { ms }) => sum + ms, 0) / 1000;
}

function text(count: number): string {
  return count.toLocaleString('en');
}
