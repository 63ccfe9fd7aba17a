import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { run } from '../../test/host/command.ts';
import { temporaryFolder } from '../../test/host/folders.ts';
import { bundled } from './bundled.ts';
import type { Pair } from './pairs.ts';
import { ratioRow, type Row } from './row.ts';
import type { Services } from './services.ts';

const records = 100_000;
const pairCount = 5;
const target = 2;

const result = z.object({ seconds: z.number() });

/** How much longer a redacted export takes than one of the same records as received. */
export async function measureExportRedacted(services: Services): Promise<Row> {
  const base = await services.baseOf(records);
  const folder = temporaryFolder();
  const child = await bundled('exportChild.ts', folder.path);
  const out = join(folder.path, 'out.ndjson');
  const secondsOf = async (choice: string): Promise<number> => {
    const { seconds } = result.parse(JSON.parse(await run(process.execPath, [child, base, out, choice])));
    await rm(out);
    return seconds;
  };
  const pairs: Pair[] = [];
  while (pairs.length < pairCount) {
    pairs.push({ ours: await secondsOf('redacted'), theirs: await secondsOf('as received') });
  }
  folder.release();
  return ratioRow({
    measured: `redacted export of ${records.toLocaleString('en')} records`,
    compared: 'as received',
    unit: 's',
    pairs,
    target,
    notes: ['each in a fresh process, without its start'],
  });
}
