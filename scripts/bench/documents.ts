import { demoRecords } from '../../src/demo/records.ts';
import { usualArrangement } from '../../src/session/arrangement.ts';
import { Collection } from '../../src/session/collection.ts';
import { idPlacesIn } from '../../src/submissions/links/idPlaces.ts';
import { explained } from '../../src/submissions/words/explained.ts';
import { demoPages, pageOf } from './demoPages.ts';
import { median } from './pairs.ts';
import { timeRow, type Row } from './row.ts';

const runCount = 31;
const lineCount = 10_000;
const everyLines = 10;
const mostLinksMs = 5;
const mostExplainedMs = 50;

/** The time to find the ids of loaded submissions in a long log. A person who types waits for this. */
export async function measureLinks(): Promise<Row> {
  const collection = new Collection(usualArrangement);
  const ids: string[] = [];
  for await (const { bytes } of demoPages(10)) {
    const page = await pageOf(bytes);
    ids.push(...page.records.ids);
    await collection.addPage(page);
  }
  const text = Array.from({ length: lineCount }, (_, at) => {
    const id = at % everyLines === 0 ? ids[at] : 'nothing';
    return `2027-01-15T11:00:00.000Z WARN sign-in of request-${at} was refused, see ${id} for what was measured (attempt 1)`;
  }).join('\n');
  const find = (): number => idPlacesIn(text, (word) => collection.has(word)).length;
  // A few ids have letters only, and those are not looked up.
  if (find() < (0.98 * lineCount) / everyLines) throw new Error(`${find()} ids were found.`);
  const { row, pass } = timed('the ids of a log found', text, find, mostLinksMs);
  return { ...row, compared: pass, notes: [...row.notes, `${lineCount} lines, an id on each tenth`] };
}

/** How long a large record takes until its JSON document is explained. */
export function measureExplained(): Row {
  const record = demoRecords({ seed: 1, size: 10, newest: Date.UTC(2026, 11, 31) }).record(3);
  const cameraProcessInfo = Array.from({ length: 5200 }, () => ({
    processStartTime: '2026-11-25T07:09:37.144Z',
    processEndTime: '2026-11-25T07:09:41.728Z',
    type: 'faceAuth-passive',
    error: null,
  }));
  const text = JSON.stringify(Object.assign({}, record, { signals: { cameraProcessInfo } }), null, 2);
  const explain = (): number => explained(text)?.fields.length ?? 0;
  if (explain() < 20_000) throw new Error('The record is not explained.');
  const { row, pass } = timed('a large record explained in place', text, explain, mostExplainedMs);
  return { ...row, compared: pass };
}

function timed(what: string, text: string, work: () => unknown, target: number): { row: Row; pass: string } {
  const times = Array.from({ length: runCount }, () => millisecondsOf(work));
  const pass = median(Array.from({ length: runCount }, () => millisecondsOf(() => JSON.stringify(text))));
  const row = timeRow(`${what}, ${(text.length / 1e6).toFixed(1)} MB`, median(times), target, { times, pass });
  const notes = [`median of ${runCount} runs; the first took ${(times[0] ?? Number.NaN).toFixed(0)} ms`];
  return { row: { ...row, notes }, pass: `the same text written as a JSON string: ${pass.toFixed(1)} ms` };
}

function millisecondsOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
