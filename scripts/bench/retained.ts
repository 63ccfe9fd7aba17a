import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { temporaryFolder } from '../../test/host/folders.ts';
import { inChild } from './child.ts';
import { demoPages } from './demoPages.ts';
import { isSteady, type Pair } from './pairs.ts';
import { ratioRow, type Row } from './row.ts';

const pageCount = 50;
const fewestPairs = 5;
const mostPairs = 15;
const target = 0.4;
const megabyte = 1_000_000;

const result = z.object({ bytes: z.number(), records: z.number(), pages: z.number() });

/** How much memory 100,000 loaded records keep, against the same records as JSON.parse gives them. */
export async function measureRetained(): Promise<Row> {
  const folder = temporaryFolder();
  let number = 0;
  let received = 0;
  for await (const { bytes } of demoPages(pageCount)) {
    writeFileSync(join(folder.path, `${String(number++).padStart(3, '0')}.json`), bytes);
    received += bytes.byteLength;
  }
  const pairs: Pair[] = [];
  let records = 0;
  while (pairs.length < mostPairs && !isSteady(pairs, fewestPairs)) {
    const ours = await inChild(result, 'retainedChild.ts', 'ours', folder.path);
    const theirs = await inChild(result, 'retainedChild.ts', 'plain', folder.path);
    pairs.push({ ours: ours.bytes / megabyte, theirs: theirs.bytes / megabyte });
    ({ records } = ours);
  }
  folder.release();
  return ratioRow({
    measured: `${records.toLocaleString('en')} records loaded`,
    compared: 'kept as parsed objects',
    unit: 'MB',
    pairs,
    target,
    notes: ['each in a fresh process', `the bytes as received: ${(received / megabyte).toFixed(1)} MB, kept packed`],
    figures: { records, received },
  });
}
