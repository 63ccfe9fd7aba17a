import { Collection } from '../../src/session/collection.ts';
import { rowsBelow } from '../../src/session/rows.ts';
import type { State } from '../../src/session/state.ts';
import { demoPages, pageOf, plainly } from './demoPages.ts';

const [, , pairs = ''] = process.argv;
const warmUps = 20;
const zone = 'utc';
const project = { id: 'demo', name: 'Demo' };

// From the bytes to what the tree asks for first: the top rows, one status expanded, and its first day.
function readToPaint(bytes: Uint8Array): number {
  const collection = new Collection(zone);
  collection.addPage(pageOf(bytes));
  const state: State = { kind: 'ready', project, days: undefined, loaded: collection.loaded, lookedUp: [] };
  const top = rowsBelow(state, zone);
  const days = rowsBelow(state, zone, top[0]);
  return rowsBelow(state, zone, days[0]).length;
}

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function pair(bytes: Uint8Array) {
  return { ours: time(() => readToPaint(bytes)), theirs: time(() => plainly(bytes)) };
}

for await (const bytes of demoPages(1)) {
  const cold = time(() => readToPaint(bytes));
  for (let turn = 0; turn < warmUps; turn++) pair(bytes);
  const warm = Array.from({ length: Number(pairs) }, () => pair(bytes));
  process.stdout.write(JSON.stringify({ cold, bytes: bytes.byteLength, pairs: warm }));
}
