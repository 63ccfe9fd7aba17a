import * as z from 'zod/mini';
import { inChild } from './child.ts';
import { median } from './pairs.ts';
import { timeRow, type Row } from './row.ts';

const runCount = 3;
const mostMs = 50;

const held = z.object({ ms: z.number(), longest: z.number(), longestComputed: z.number() });
const result = z.object({ bytes: z.number(), lastOfMany: held, oneLarge: held, pass: z.number() });

/** The longest time that opening a record as JSON holds the thread, in an answer of the largest size. */
export async function measureOpenJson(): Promise<Row> {
  const runs: z.infer<typeof result>[] = [];
  while (runs.length < runCount) {
    runs.push(await inChild(result, 'openJsonChild.ts'));
  }
  const middle = (of: (run: z.infer<typeof result>) => number): number => median(runs.map(of));
  const megabytes = (middle(({ bytes }) => bytes) / 1e6).toFixed(0);
  const longest = middle(({ lastOfMany, oneLarge }) => Math.max(lastOfMany.longest, oneLarge.longest));
  const pass = middle((run) => run.pass);
  return {
    ...timeRow(`thread held while a record of ${megabytes} MB is opened as JSON`, longest, mostMs, { runs, pass }),
    compared: `one plain pass over the same bytes: ${pass.toFixed(0)} ms`,
    notes: [
      `median of ${runs.length} processes`,
      `the last of many records in ${middle(({ lastOfMany }) => lastOfMany.ms).toFixed(0)} ms`,
      `one large record in ${middle(({ oneLarge }) => oneLarge.ms).toFixed(0)} ms`,
      `computing ${middle(({ lastOfMany, oneLarge }) => Math.max(lastOfMany.longestComputed, oneLarge.longestComputed)).toFixed(0)} ms at a time`,
    ],
  };
}
