import * as z from 'zod/mini';
import { inChild } from './child.ts';
import { isSteady, median, type Pair } from './pairs.ts';
import { ratioRow, type Row } from './row.ts';

const fewestProcesses = 7;
const mostProcesses = 21;
const pairsEach = 15;
const target = 2;

const result = z.object({
  cold: z.number(),
  bytes: z.number(),
  pairs: z.array(z.object({ ours: z.number(), theirs: z.number() })),
});

/** The time until a page can be painted, against the time to parse its JSON. */
export async function measurePage(): Promise<Row> {
  const results: z.infer<typeof result>[] = [];
  const pairs = (): readonly Pair[] => results.flatMap((one) => one.pairs);
  while (results.length < mostProcesses && !isSteady(pairs(), fewestProcesses * pairsEach)) {
    results.push(await inChild(result, 'pageChild.ts', String(pairsEach)));
  }
  const processes = results.length;
  const coldMs = median(results.map(({ cold }) => cold));
  const bytes = results[0]?.bytes ?? 0;
  return ratioRow({
    measured: '2,000 records ready to paint',
    compared: 'JSON.parse',
    unit: 'ms',
    pairs: pairs(),
    target,
    notes: [`in ${processes} processes`, `first page of a process ${coldMs.toFixed(0)} ms`, `${bytes} bytes`],
    figures: { coldMs, bytes, processes },
  });
}
