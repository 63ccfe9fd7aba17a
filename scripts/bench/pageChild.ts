import { usualArrangement } from '../../src/session/arrangement.ts';
import { Collection } from '../../src/session/collection.ts';
import { rowsBelow } from '../../src/session/rows.ts';
import type { State } from '../../src/session/state.ts';
import { unmasked } from '../../src/submissions/privacy/mask.ts';
import { demoPages, pageOf, plainly } from './demoPages.ts';

const [, , pairs = ''] = process.argv;
const warmUps = 20;
const project = { id: 'demo', name: 'Demo' };

// From the bytes to what the tree asks for first: the top rows, one status expanded, and its first day.
async function readToPaint(bytes: Uint8Array): Promise<number> {
  const collection = new Collection(usualArrangement);
  await collection.addPage(await pageOf(bytes));
  const state: State = {
    kind: 'ready',
    project,
    days: undefined,
    loaded: collection.loaded,
    lookedUp: [],
    unread: false,
    unfinishedLoads: 0,
    readAt: undefined,
  };
  const top = rowsBelow(state, unmasked);
  const days = rowsBelow(state, unmasked, top[0]);
  const count = rowsBelow(state, unmasked, days[0]).length;
  settled.push(collection.loaded.pages[0]?.source.settled);
  return count;
}

// Answers that are being packed in the background. Packing must not run into the next measurement.
const settled: unknown[] = [];

async function time(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  const took = performance.now() - start;
  await Promise.all(settled.splice(0));
  return took;
}

async function pair(bytes: Uint8Array) {
  return { ours: await time(() => readToPaint(bytes)), theirs: await time(() => plainly(bytes)) };
}

for await (const { bytes } of demoPages(1)) {
  const cold = await time(() => readToPaint(bytes));
  for (let turn = 0; turn < warmUps; turn++) await pair(bytes);
  const warm = [];
  for (let turn = 0; turn < Number(pairs); turn++) warm.push(await pair(bytes));
  process.stdout.write(JSON.stringify({ cold, bytes: bytes.byteLength, pairs: warm }));
}
