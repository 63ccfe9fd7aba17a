import { largestPage } from '../../src/api/address.ts';
import { usualArrangement, type Arrangement } from '../../src/session/arrangement.ts';
import type { Row } from '../../src/session/row.ts';
import { rowsBelow } from '../../src/session/rows.ts';
import { Session } from '../../src/session/session.ts';
import { groupings } from '../../src/submissions/model/groups.ts';
import type { Store } from '../../src/submissions/store/store.ts';
import { unmasked } from '../../src/submissions/privacy/mask.ts';
import { clientOf } from './client.ts';
import { watchHeld, type Held } from './held.ts';

const [, , base = ''] = process.argv;

// Loads all that a service has, shows it in every way, and expands every row.
const ask = clientOf(base);
const session = new Session({
  connect: () => ask,
  pageSize: () => largestPage,
  now: () => Date.now(),
  arrangement: usualArrangement,
  // Reads the top rows, as the tree does.
  changed: (state) => void rowsBelow(state, unmasked),
});

const steps: Record<string, Held> = {};

async function step(name: string, work: () => Promise<void>): Promise<void> {
  steps[name] = await watchHeld(work);
}

async function arrange(name: string, change: Partial<Arrangement>): Promise<void> {
  await step(name, async () => {
    await session.arrange(change);
  });
}

const worst = { ms: 0, what: '', rows: 0 };

function expandAll(row?: Row): void {
  const start = performance.now();
  const rows = rowsBelow(session.state, unmasked, row);
  const ms = performance.now() - start;
  if (ms > worst.ms) Object.assign(worst, { ms, what: `${session.arrangement.grouping}: ${row?.id ?? 'the top'}` });
  worst.rows += rows.length;
  for (const one of rows) if (one.kind === 'group' || one.kind === 'attempts') expandAll(one);
}

// Lets Node.js load the code of `fetch` first, because an editor has done so long before.
await (await fetch(base)).text();
await step('load', async () => {
  await session.open({ id: 'bench', name: 'Bench' });
  await session.loadAll(new AbortController().signal, async () => true);
});
for (const grouping of groupings) {
  await arrange(`group by ${grouping}`, { grouping });
  expandAll();
}
await arrange('filter by status', { filter: { statuses: ['rejected'] } });
await arrange('filter by id', { filter: { idPart: 'abc' } });
await arrange('filter by finding', { filter: { findings: ['noScore', 'unknownCode'], nearMiss: true } });
if (session.state.kind !== 'ready') throw new Error(`The session is ${session.state.kind}.`);
const { count, broken, store } = session.state.loaded;
const { rss } = process.memoryUsage();
process.stdout.write(JSON.stringify({ records: count + broken.length, steps, worst, rss, pass: onePass(store) }));

/** Milliseconds that one plain pass over the columns of all that is loaded takes. */
function onePass({ blocks }: Store): number {
  const start = performance.now();
  let timed = 0;
  for (const block of blocks) {
    for (let at = 0; at < block.ids.length; at++) timed += Number.isNaN(block.timeAt(at)) ? 0 : 1;
  }
  if (timed === 0) throw new Error('No submission has a time.');
  return performance.now() - start;
}
