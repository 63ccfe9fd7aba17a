import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { usualArrangement } from '../../src/session/arrangement.ts';
import { Collection } from '../../src/session/collection.ts';
import { pageOf, plainly } from './demoPages.ts';

const [, , kind, folder = ''] = process.argv;

// `external` holds the array buffers too.
function used(): number {
  if (globalThis.gc === undefined) throw new Error('Started without --expose-gc.');
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const files = readdirSync(folder)
  .toSorted()
  .map((name) => join(folder, name));
const before = used();
const collection = new Collection(usualArrangement);
const plain: unknown[] = [];
for (const file of files) {
  const bytes = readFileSync(file);
  if (kind === 'plain') plain.push(plainly(bytes));
  else await collection.addPage(await pageOf(bytes));
}
await Promise.all(collection.loaded.pages.map(({ source }) => source.settled));
const bytes = used() - before;
const { count, broken } = collection.loaded;
process.stdout.write(JSON.stringify({ bytes, records: count + broken.length, pages: plain.length }));
