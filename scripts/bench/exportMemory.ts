import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { run } from '../../test/host/command.ts';
import { temporaryFolder } from '../../test/host/folders.ts';
import { bundled } from './bundled.ts';
import type { Pair } from './pairs.ts';
import { ratioRow, type Row } from './row.ts';
import type { Services } from './services.ts';

const many = 1_000_000;
const fewer = 100_000;
const pairCount = 3;
const target = 1.2;
const megabyte = 1_000_000;
// In any long run V8 lets its young generation grow, here by some 95 MB, whatever the export keeps. With a young
// generation of one size, the growth that remains is what the export keeps.
const youngGeneration = ['--min-semi-space-size=16', '--max-semi-space-size=16'];

const result = z.object({ lines: z.number(), growth: z.number() });

/** The largest growth of memory during an export of very many records, against an export of a tenth of them. */
export async function measureExportMemory(services: Services): Promise<Row> {
  const folder = temporaryFolder();
  const child = await bundled('exportChild.ts', folder.path);
  const out = join(folder.path, 'out.ndjson');
  const growthOf = async (records: number): Promise<number> => {
    const base = await services.baseOf(many, records);
    const { lines, growth } = result.parse(
      JSON.parse(await run(process.execPath, [...youngGeneration, child, base, out])),
    );
    if (lines !== records) throw new Error(`${lines} lines were written, not ${records}.`);
    await rm(out);
    return growth / megabyte;
  };
  const pairs: Pair[] = [];
  while (pairs.length < pairCount) {
    pairs.push({ ours: await growthOf(many), theirs: await growthOf(fewer) });
  }
  folder.release();
  return ratioRow({
    measured: `export of ${many.toLocaleString('en')} records`,
    compared: `of ${fewer.toLocaleString('en')}`,
    unit: 'MB more at the peak',
    pairs,
    target,
    notes: ['each in a fresh process with a young generation of one size'],
  });
}
