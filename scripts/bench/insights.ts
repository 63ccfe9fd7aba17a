import * as z from 'zod/mini';
import { inChild } from './child.ts';
import { median, type Pair } from './pairs.ts';
import { ratioRow, type Row } from './row.ts';

const many = 1_000_000;
const usual = 100_000;
const pairCount = 3;
const moveTarget = 6;
const scaleTarget = 11;

const pair = z.object({ ours: z.number(), theirs: z.number() });
const result = z.object({ records: z.number(), looked: z.number(), moves: z.array(pair) });

async function looked(records: number): Promise<z.infer<typeof result>> {
  return await inChild(result, 'insightsChild.ts', String(records));
}

/** The time from another threshold to all numbers of the simulation, against one pass over the same columns. */
export async function measureSimulatorMove(): Promise<Row> {
  const { moves, records } = await looked(usual);
  const slowest = Math.max(...moves.map(({ ours }) => ours));
  return ratioRow({
    measured: `a threshold moved, over ${text(records)} submissions`,
    compared: 'one pass that sums the same columns',
    unit: 'ms',
    pairs: moves,
    target: moveTarget,
    notes: [`the slowest ${slowest.toFixed(1)} ms`],
  });
}

/** The time to look at ten times as many submissions, against that for the usual number. */
export async function measureInsightsScale(): Promise<Row> {
  const pairs: Pair[] = [];
  while (pairs.length < pairCount) {
    const [ours, theirs] = [await looked(many), await looked(usual)];
    pairs.push({ ours: timeOf(ours), theirs: timeOf(theirs) });
  }
  return ratioRow({
    measured: `insights over ${text(many)} submissions and a threshold moved`,
    compared: `over ${text(usual)}`,
    unit: 'ms',
    pairs,
    target: scaleTarget,
    notes: ['each in a fresh process'],
  });
}

function timeOf({ looked: ms, moves }: z.infer<typeof result>): number {
  return ms + median(moves.map(({ ours }) => ours));
}

function text(count: number): string {
  return count.toLocaleString('en');
}
