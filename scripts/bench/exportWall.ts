import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { DEMO_KEY } from '../../src/demo/service.ts';
import { run } from '../../test/host/command.ts';
import { temporaryFolder } from '../../test/host/folders.ts';
import { bundled } from './bundled.ts';
import type { Pair } from './pairs.ts';
import { ratioRow, skippedRow, type Row } from './row.ts';
import type { Services } from './services.ts';

const records = 100_000;
const pairCount = 7;
const target = 0.4;
const measured = `${records.toLocaleString('en')} records into a file`;
const compared = 'curl and jq';

const result = z.object({ lines: z.number() });

/** How long an export takes against the shell script that one would write for it, on the same service. */
export async function measureExportWall(services: Services): Promise<Row> {
  const versions = await versionsOf('curl', 'jq').catch(() => undefined);
  if (versions === undefined) return skippedRow(measured, compared, 'skipped: there is no curl or no jq here');
  const base = await services.baseOf(records);
  const folder = temporaryFolder();
  const child = await bundled('exportChild.ts', folder.path);
  const out = join(folder.path, 'out.ndjson');
  const ours = async (): Promise<number> =>
    result.parse(JSON.parse(await run(process.execPath, [child, base, out]))).lines;
  const theirs = async (): Promise<number> => {
    await run('sh', [join(import.meta.dirname, 'curlJq.sh'), base, DEMO_KEY, out]);
    return await linesIn(out);
  };
  const pairs: Pair[] = [];
  while (pairs.length < pairCount) {
    pairs.push({ ours: await secondsOf(ours, out), theirs: await secondsOf(theirs, out) });
  }
  folder.release();
  return ratioRow({
    ...{ measured, compared, unit: 's', pairs, target },
    notes: ['each with the start of its process', ...versions],
    figures: { records, versions },
  });
}

async function secondsOf(work: () => Promise<number>, out: string): Promise<number> {
  const start = performance.now();
  const lines = await work();
  const took = (performance.now() - start) / 1000;
  if (lines !== records) throw new Error(`${lines} lines were written, not ${records}.`);
  await rm(out);
  return took;
}

async function versionsOf(...programs: readonly string[]): Promise<readonly string[]> {
  const texts = await Promise.all(programs.map(async (program) => await run(program, ['--version'])));
  return texts.map((text) => (text.split('\n')[0] ?? '').split(' ').slice(0, 2).join(' '));
}

async function linesIn(path: string): Promise<number> {
  let lines = 0;
  for await (const piece of createReadStream(path)) {
    for (const byte of piece as Uint8Array) lines += byte === 0x0a ? 1 : 0;
  }
  return lines;
}
