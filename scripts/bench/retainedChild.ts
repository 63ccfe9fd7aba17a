import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
const collection = new Collection('utc');
const plain: unknown[] = [];
for (const file of files) {
  const bytes = readFileSync(file);
  if (kind === 'plain') plain.push(plainly(bytes));
  else collection.addPage(pageOf(bytes));
}
const bytes = used() - before;
const { count, broken } = collection.loaded;
process.stdout.write(JSON.stringify({ bytes, records: count + broken.length, pages: plain.length }));
