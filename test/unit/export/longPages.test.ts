import assert from 'node:assert/strict';
import { success } from '../../../src/api/failure.ts';
import type { Page } from '../../../src/api/page.ts';
import type { Pages } from '../../../src/api/pages.ts';
import { createLocator } from '../../../src/api/where.ts';
import { demoRecords } from '../../../src/demo/records.ts';
import { formats } from '../../../src/export/format.ts';
import { exportRange, type RangeExport } from '../../../src/export/range.ts';
import { NEWEST } from '../../service/service.ts';
import { collectGarbage } from '../garbage.ts';
import { following, pageOf } from './support/written.ts';

const signal = new AbortController().signal;
const nowhere: RangeExport['sink'] = { write: async () => {} };
const stop: RangeExport['onFailure'] = async () => 'stop';

// Each page is made once, because a page of 50,000 records takes long to make.
const made = new Map<number, Promise<Page>>();

async function sharedPage(size: number): Promise<Page> {
  const page = made.get(size) ?? longPage(size);
  made.set(size, page);
  return await page;
}

async function longPage(size: number, seed = 1): Promise<Page> {
  const { record } = demoRecords({ seed, size, newest: NEWEST, broken: false });
  const data = Array.from({ length: size }, (_, index) => record(index));
  return await pageOf(JSON.stringify([{ faceAuth_projectId: 'p', data }]));
}

// The processor time of this thread in ms. The time that a busy machine gives to other work does not count.
function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

// How long other tasks waited for the thread, each time, while `work` ran. In ms.
async function waits(work: () => Promise<unknown>): Promise<readonly number[]> {
  const found: number[] = [];
  let last = threadTime();
  const look = (): void => {
    const now = threadTime();
    found.push(now - last);
    last = now;
  };
  const timer = setInterval(look, 1);
  await work();
  look();
  clearInterval(timer);
  return found;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => one + other, 0);
}

describe('a page of many records', () => {
  after(() => made.clear());

  for (const [size, format] of [2000, 50_000].flatMap((count) => formats.map((one) => [count, one] as const))) {
    it(`leaves the thread to others while its ${size} records are written as ${format}`, async () => {
      const page = await sharedPage(size);
      const started = threadTime();
      createLocator(page.bytes)({ element: 0, position: 0 });
      const locating = threadTime() - started;
      const found = await waits(async () => {
        await exportRange({ pages: following(page), format, sink: nowhere, signal, onFailure: stop });
      });
      const all = sum(found);
      // Some waits may be long, for example while memory is collected. Finding the records takes one pass through the
      // page, which is not divided.
      const held = sum(found.filter((one) => one > 80)) - locating;
      assert.ok(held < all / 3, `${held} of ${all} ms; locating ${locating} ms`);
    }).timeout(30_000);
  }

  it('leaves the thread to others while none of them matches', async () => {
    const page = await sharedPage(50_000);
    const found = await waits(async () => {
      const matches = (): boolean => false;
      await exportRange({ pages: following(page), format: 'json', sink: nowhere, signal, onFailure: stop, matches });
    });
    assert.ok(found.length > 3, `${found.length} times`);
  }).timeout(30_000);
});

describe('the pages of an export', () => {
  for (const format of formats) {
    it(`do not stay in memory once they were written as ${format}`, async () => {
      const given: WeakRef<Uint8Array>[] = [];
      const pages = async function* (): Pages {
        for (let seed = 1; seed <= 5; seed++) {
          const page = await longPage(500, seed);
          given.push(new WeakRef(page.bytes));
          // A new WeakRef keeps its target in memory until this job ends.
          await new Promise(setImmediate);
          yield success(page);
        }
      };
      const alive: number[] = [];
      const onProgress = (): void => {
        collectGarbage();
        alive.push(given.filter((one) => one.deref() !== undefined).length);
      };
      await exportRange({
        pages: pages(),
        format,
        sink: nowhere,
        signal,
        onFailure: stop,
        onProgress,
        matches: ({ deleted }) => !deleted,
        redact: { record: (raw) => raw as object, projectId: (id) => id },
      });
      assert.ok(given.length === 5 && alive.length >= 5);
      // The page that is written, and the page before it while the generator's frame holds that.
      assert.ok(Math.max(...alive) <= 2, alive.join());
    }).timeout(30_000);
  }
});
