import assert from 'node:assert/strict';
import type { Query } from '../../../src/api/address.ts';
import type { Ask } from '../../../src/api/client.ts';
import { failed, type Failure, type Result } from '../../../src/api/failure.ts';
import { readPage, type Page } from '../../../src/api/page.ts';
import { pagesOf } from '../../../src/api/pages.ts';
import { cursorLoop, emptyLastPage, lastCursor, shrinkingPages, snakeCursor } from '../../service/cursors.ts';
import { when } from '../../service/exchange.ts';
import { startService } from '../../service/service.ts';
import { failures } from '../../service/statuses.ts';
import { asking, KEY } from './asking.ts';

const OPTIONS = { size: 95, broken: false, keys: [KEY] };
const { signal } = new AbortController();

// All ids and failures that came, in `most` steps at most.
async function walked(client: Ask, query: Query, most = 50): Promise<{ ids: string[]; failures: Failure[] }> {
  const ids: string[] = [];
  const told: Failure[] = [];
  let steps = 0;
  for await (const page of pagesOf(client, query, signal)) {
    if (page.ok) {
      ids.push(...page.value.records.ids);
    } else {
      told.push(page.failure);
    }
    if (++steps === most) {
      break;
    }
  }
  return { ids, failures: told };
}

async function emptyPage(nextPage_key: object | null): Promise<Result<Page>> {
  const bytes = new TextEncoder().encode(JSON.stringify([{ data: [], nextPage_key }]));
  return await readPage({ bytes, contentType: '' });
}

describe('the pages of a query', () => {
  for (const count of [1, 10, 19, 95, 2000]) {
    it(`come one request each, every record once, in pages of ${count}`, async () => {
      await using service = await startService(OPTIONS);
      const { ids, failures: none } = await walked(asking(service.baseUrl).client, { count }, 200);
      assert.equal(ids.join(), service.allIds().join());
      assert.equal(none.length, 0);
      assert.equal(service.requests.length, Math.ceil(95 / count));
      assert.equal(new Set(service.requests.map(({ query }) => JSON.stringify(query))).size, service.requests.length);
    });
  }

  it('are not asked for before somebody wants them', async () => {
    await using service = await startService(OPTIONS);
    const pages = pagesOf(asking(service.baseUrl).client, { count: 10 }, signal);
    assert.equal(service.requests.length, 0);
    await pages.next();
    await pages.next();
    assert.equal(service.requests.length, 2);
    await pages.return();
    assert.equal(service.requests.length, 2);
  });

  it('keep the question: days and count go with every key', async () => {
    await using service = await startService(OPTIONS);
    const days = { from: '2027-01-01', to: '2027-01-15' };
    await walked(asking(service.baseUrl).client, { count: 40, days });
    assert.ok(service.requests.length > 1);
    for (const { query } of service.requests) {
      assert.deepEqual([query['count'], query['startDate'], query['endDate']], ['40', days.from, days.to]);
    }
  });

  for (const [what, fault] of [
    ['a key in snake case', snakeCursor()],
    ['a last key of null', lastCursor(null)],
    ['a last key of {}', lastCursor({})],
    ["a last key of ''", lastCursor('')],
    ['an empty last page', emptyLastPage()],
    ['pages that become smaller', shrinkingPages()],
  ] as const) {
    it(`come to an end with ${what}`, async () => {
      await using service = await startService(OPTIONS);
      service.inject(fault);
      const { ids, failures: none } = await walked(asking(service.baseUrl).client, { count: 40 });
      assert.equal(ids.join(), service.allIds().join());
      assert.equal(none.length, 0);
    });
  }
});

describe('a page that fails', () => {
  it('is told in its place, and whoever goes on gets the same page tried again', async () => {
    await using service = await startService(OPTIONS);
    service.inject(failures.forbidden, { when: when.page(3), times: 2 });
    const { ids, failures: told } = await walked(asking(service.baseUrl).client, { count: 20 });
    assert.equal(ids.join(), service.allIds().join());
    assert.deepEqual(
      told.map(({ kind }) => kind),
      ['keyNotAccepted', 'keyNotAccepted'],
    );
    assert.deepEqual(
      service.requests.map(({ page }) => page),
      [1, 2, 3, 3, 3, 4, 5],
    );
  });

  it('may be one that cannot be read', async () => {
    await using service = await startService(OPTIONS);
    service.serveRaw('<html>', { when: when.page(2), times: 1 });
    const { ids, failures: told } = await walked(asking(service.baseUrl).client, { count: 50 });
    assert.equal(ids.length, 95);
    assert.equal(told.length, 1);
  });
});

describe('a service that goes in circles', () => {
  it('is stopped after what came was shown', async () => {
    await using service = await startService(OPTIONS);
    service.inject(cursorLoop());
    const { ids, failures: told } = await walked(asking(service.baseUrl).client, { count: 10 });
    assert.deepEqual(told, [{ kind: 'endless', pages: 2 }]);
    assert.equal(ids.length, 20);
    assert.equal(service.requests.length, 2);
  });

  it('is stopped when the circle is a long one', async () => {
    const asked: (string | undefined)[] = [];
    const client: Ask = async ({ after }) => {
      asked.push(after?.id);
      const authId = String((Number(after?.id ?? 0) + 1) % 7);
      return await emptyPage({ authId });
    };
    const { failures: told } = await walked(client, {});
    assert.deepEqual(told.at(-1), { kind: 'endless', pages: 8 });
    assert.equal(new Set(asked).size, asked.length);
  });

  it('is not suspected when only the ids or only the times of its keys are equal', async () => {
    const keys = [['a', '1'], ['a', '2'], ['b', '2'], ['a","2', ''], undefined];
    let turn = 0;
    const client: Ask = async () => {
      const key = keys[turn++];
      return await emptyPage(key === undefined ? null : { authId: key[0], createTime: key[1] });
    };
    assert.deepEqual((await walked(client, {})).failures, []);
    assert.equal(turn, 5);
  });
});

describe('answers that bring nothing new', () => {
  // Walks over one page per number, each with another key. The number tells the walk how many records were new.
  async function walkedWith(fresh: readonly number[]): Promise<readonly string[]> {
    let asked = 0;
    const body = () => JSON.stringify([{ data: [{ auth_id: 'a' }], nextPage_key: { authId: `minted${++asked}` } }]);
    const client: Ask = async () => await readPage({ bytes: new TextEncoder().encode(body()), contentType: '' });
    const pages = pagesOf(client, {}, signal);
    const steps: string[] = [];
    let step = await pages.next();
    for (const count of fresh) {
      assert.ok(step.done !== true);
      steps.push(step.value.ok ? 'page' : step.value.failure.kind);
      step = await pages.next(count);
    }
    return steps;
  }

  it('end the walk when there are five in a row, whatever their keys', async () => {
    const stop = [...Array.from({ length: 6 }, () => 'page'), 'nothingNew'];
    assert.deepEqual(await walkedWith([3, 0, 0, 0, 0, 0, 0]), stop);
  });

  it('do not end it with one new record among them', async () => {
    assert.deepEqual(
      await walkedWith([0, 0, 0, 0, 1, 0, 0, 0, 0]),
      Array.from({ length: 9 }, () => 'page'),
    );
  });

  it('let whoever goes on go through five more, from where the walk stands', async () => {
    const stop = [...Array.from({ length: 5 }, () => 'page'), 'nothingNew'];
    assert.deepEqual(await walkedWith(Array.from({ length: 12 }, () => 0)), [...stop, ...stop]);
  });

  it('are not the last ones: where the service names no next page all has come', async () => {
    const keys = ['1', '2', '3', '4', undefined];
    const client: Ask = async () => {
      const authId = keys.shift();
      return await emptyPage(authId === undefined ? null : { authId });
    };
    assert.deepEqual((await walked(client, {})).failures, []);
  });
});

describe('a walk that was cancelled', () => {
  it('tells so and asks no more', async () => {
    await using service = await startService(OPTIONS);
    const abort = new AbortController();
    const pages = pagesOf(asking(service.baseUrl).client, { count: 10 }, abort.signal);
    await pages.next();
    abort.abort();
    const next: IteratorResult<Result<Page>, void> = await pages.next();
    assert.deepEqual(next.value, failed({ kind: 'cancelled' }));
    assert.equal(service.requests.length, 1);
  });
});

describe('a next page that nothing leads to', () => {
  const withKeys = (keys: readonly (object | null)[]): Ask => {
    let asked = 0;
    return async () => await emptyPage(keys[asked++] ?? null);
  };

  it('is told after the page that named it, and the page is asked for again', async () => {
    const lost = { createTime: '2027-01-15T00:00:00Z' };
    const { failures: told } = await walked(withKeys([lost, lost, { authId: 'a' }, null]), {});
    const noWayOn = { kind: 'noWayOn', where: '[0].nextPage_key' };
    assert.deepEqual(told, [noWayOn, noWayOn]);
  });

  it('marks the page that is asked for again: its records came before', async () => {
    const lost = { createTime: '2027-01-15T00:00:00Z' };
    const marks: unknown[] = [];
    for await (const page of pagesOf(withKeys([lost, { authId: 'a' }, null]), {}, signal)) {
      marks.push(page.ok ? page.value.again : page.failure.kind);
    }
    assert.deepEqual(marks, [undefined, 'noWayOn', true, undefined]);
  });
});
