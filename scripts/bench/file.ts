import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { createLocator } from '../../src/api/where.ts';
import { onOneLine } from '../../src/json/span.ts';
import { temporaryFolder } from '../../test/host/folders.ts';
import { inChild } from './child.ts';
import { demoPages, pageOf } from './demoPages.ts';
import { isSteady, median, type Pair } from './pairs.ts';
import { ratioRow, timeRow, type Row } from './row.ts';
import type { Services } from './services.ts';

const pageCount = 50;
const pairsEach = 3;
const fewestPairs = 9;
const mostPairs = 21;
const most = 2.5;
const mostMs = 1000;

const held = z.object({ ms: z.number(), longest: z.number(), longestComputed: z.number() });
const result = z.object({
  cold: held,
  first: z.number(),
  records: z.number(),
  pairs: z.array(z.object({ ours: z.number(), theirs: z.number() })),
  rss: z.number(),
});

type Result = z.infer<typeof result>;

const runs = new WeakMap<Services, Promise<readonly Result[]>>();

/** Both rows come from the same processes. */
async function runsOn(services: Services): Promise<readonly Result[]> {
  const known = runs.get(services) ?? measured();
  runs.set(services, known);
  return await known;
}

async function measured(): Promise<readonly Result[]> {
  const folder = temporaryFolder();
  const path = join(folder.path, 'bench.ndjson');
  for await (const { bytes } of demoPages(pageCount)) appendFileSync(path, await linesOf(bytes));
  const all: Result[] = [];
  const pairs = (): readonly Pair[] => all.flatMap((one) => one.pairs);
  while (all.length * pairsEach < mostPairs && !isSteady(pairs(), fewestPairs)) {
    all.push(await inChild(result, 'fileChild.ts', path, String(pairsEach)));
  }
  folder.release();
  return all;
}

/** The records of an answer, one a line. */
async function linesOf(bytes: Uint8Array): Promise<string> {
  const { records } = await pageOf(bytes);
  const locate = createLocator(bytes);
  const lines = Array.from(records.ids, (_, index) => onOneLine(bytes, locate(records.where(index))));
  return lines.map((line) => `${new TextDecoder().decode(line)}\n`).join('');
}

/** The time until all of a file is in the tree, against the time to parse its lines. */
export async function measureFileLoad(services: Services): Promise<Row> {
  const all = await runsOn(services);
  const middle = (of: (one: Result) => number): number => median(all.map(of));
  return ratioRow({
    measured: `a file of ${(all[0]?.records ?? 0).toLocaleString('en')} lines loaded`,
    compared: 'read, and every line through JSON.parse',
    unit: 'ms',
    pairs: all.flatMap(({ pairs }) => pairs),
    target: most,
    notes: [
      `in ${all.length} processes`,
      `first file of a process ${middle(({ cold }) => cold.ms).toFixed(0)} ms`,
      `thread held for ${middle(({ cold }) => cold.longest).toFixed(0)} ms, computing ${middle(({ cold }) => cold.longestComputed).toFixed(0)} ms at a time`,
    ],
    figures: { held: all.map(({ cold }) => cold) },
  });
}

/** When the first rows of a file can be painted. */
export async function measureFileFirst(services: Services): Promise<Row> {
  const firsts = (await runsOn(services)).map(({ first }) => first);
  const row = timeRow('first rows of the same file', median(firsts), mostMs, { firsts });
  return { ...row, notes: [`median of ${firsts.length} processes`] };
}
