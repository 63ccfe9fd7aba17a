import { readFileSync } from 'node:fs';
import { localPieces } from '../../src/editor/files/localPieces.ts';
import { usualArrangement } from '../../src/session/arrangement.ts';
import { rowsBelow } from '../../src/session/rows.ts';
import { Session } from '../../src/session/session.ts';
import { unmasked } from '../../src/submissions/privacy/mask.ts';
import { fileSource } from '../../src/sources/file.ts';
import { watchHeld } from './held.ts';

const [, , path = '', pairCount = ''] = process.argv;

interface Loaded {
  readonly ms: number;
  readonly first: number;
  readonly records: number;
}

// Loads the file until all of it is in the tree. Then waits for the packing in the background, which must not run into
// the next measurement.
async function load(): Promise<Loaded> {
  const start = performance.now();
  let first: number | undefined;
  const session = new Session({
    connect: () => fileSource({ name: 'bench', pieces: () => localPieces(path) }),
    pageSize: () => 200,
    arrangement: usualArrangement,
    now: () => Date.now(),
    changed: (state) => {
      const rows = rowsBelow(state, unmasked);
      if (first === undefined && rows.some(({ kind }) => kind === 'group')) first = performance.now() - start;
    },
  });
  await session.open({ id: 'file', name: 'File', file: path });
  await session.loadAll(new AbortController().signal, async () => true);
  const ms = performance.now() - start;
  if (session.state.kind !== 'ready') throw new Error(`The session is ${session.state.kind}.`);
  const { count, broken, pages } = session.state.loaded;
  await Promise.all(pages.map(({ source }) => source.settled));
  return { ms, first: first ?? Number.NaN, records: count + broken.length };
}

function parseLines(): number {
  const start = performance.now();
  // Line by line, because a file of a million lines is too long for one string.
  const bytes = readFileSync(path);
  for (let at = 0, end = 0; at < bytes.length; at = end + 1) {
    end = bytes.indexOf(0x0a, at);
    JSON.parse(bytes.toString('utf8', at, end));
  }
  return performance.now() - start;
}

const loads: Loaded[] = [];
const cold = await watchHeld(async () => {
  loads.push(await load());
});
parseLines();
const pairs = [];
for (let pair = 0; pair < Number(pairCount); pair++) {
  const { ms: ours } = await load();
  pairs.push({ ours, theirs: parseLines() });
}
const { first, records } = loads[0] ?? { first: Number.NaN, records: 0 };
const { rss } = process.memoryUsage();
process.stdout.write(JSON.stringify({ cold, first, records, pairs, rss }));
