import assert from 'node:assert/strict';
import type { Failure } from '../../../src/api/failure.ts';
import { pagesOf } from '../../../src/api/pages.ts';
import { withFittingPages } from '../../../src/sources/pageSize.ts';
import { brokenAbove, mintedCursors, pagesInOrder } from '../../service/cursors.ts';
import { raw } from '../../service/shapes.ts';
import { failures } from '../../service/statuses.ts';
import { asking } from '../api/asking.ts';
import { counts, exportOf, idsIn, started } from './support/rangeOf.ts';
import { exported } from './support/written.ts';

function recordsNamed(...ids: readonly string[]): readonly unknown[] {
  return ids.map((auth_id) => ({ auth_id }));
}

describe('an export from a service that makes up another next page for ever', () => {
  for (const [what, data, filter] of [
    ['of the same records', recordsNamed('a', 'b'), {}],
    ['of the same records, none of which matches the filter', recordsNamed('a', 'b'), { matches: () => false }],
    ['without a record', [], {}],
  ] as const) {
    it(`stops after a bounded number of pages ${what}, and says why`, async () => {
      await using service = await started();
      service.inject(mintedCursors(data));
      const { end } = await exportOf(service, filter);
      assert.equal(end.kind, 'nothingNew');
      assert.ok(service.requests.length <= 6, `${service.requests.length} requests`);
    });
  }
});

describe('an export through a gateway that breaks large answers', () => {
  for (const [what, fault] of [
    ['502', failures.badGateway],
    ['413', failures.tooLarge],
    ['an error in the place of records', raw('{"message":"Endpoint request timed out"}')],
  ] as const) {
    it(`comes to its end by itself, with ${what}`, async () => {
      await using service = await started();
      service.inject(brokenAbove(60, fault));
      const connect = withFittingPages(
        () => asking(service.baseUrl).client,
        () => 50,
      );
      const pages = pagesOf(connect({ id: 'p' }, {}), { count: 2000 }, new AbortController().signal);
      const { end, text } = await exported(pages);
      assert.equal(end.kind, 'complete');
      assert.equal(await idsIn(text), service.allIds().join());
      assert.equal(service.requests.filter(({ query }) => query['count'] === '2000').length, 1);
    });
  }
});

describe('an export through empty pages', () => {
  it('asks whether to go on after five of them, and comes to the end', async () => {
    await using service = await started();
    const pages = [recordsNamed('a', 'b'), ...Array.from({ length: 7 }, () => []), recordsNamed('c', 'd', 'e')];
    service.inject(pagesInOrder(pages));
    const asked: Failure['kind'][] = [];
    const { end, report, text } = await exportOf(service, {
      onFailure: async ({ kind }) => {
        asked.push(kind);
        return await Promise.resolve('again');
      },
    });
    assert.deepEqual([end.kind, asked.join()], ['complete', 'nothingNew']);
    assert.equal(await idsIn(text), 'a,b,c,d,e');
    assert.deepEqual(counts(report), [5, 9, 0, 0, 0]);
  });
});

describe('an export through a next page that cannot be followed', () => {
  it('counts the page that is tried again once, and its records as sent once', async () => {
    await using service = await started();
    const data = recordsNamed('a', 'b');
    service.serveRaw(JSON.stringify([{ data, nextPage_key: { createTime: 'lost' } }]), { times: 2 });
    service.inject(pagesInOrder([data, recordsNamed('c')]), {
      when: ({ at }) => at > 0 && service.requests.length > 2,
    });
    const { end, report, text } = await exportOf(service, { onFailure: async () => 'again' });
    assert.deepEqual([end.kind, await idsIn(text)], ['complete', 'a,b,c']);
    assert.deepEqual(counts(report), [3, 2, 0, 0, 0]);
  });

  it('counts and writes a broken record of the page once, also one that is no object', async () => {
    await using service = await started();
    const data = [...recordsNamed('a'), null, { policy: 'x' }];
    service.serveRaw(JSON.stringify([{ data, nextPage_key: { createTime: 'lost' } }]), { times: 2 });
    service.inject(pagesInOrder([data, [...recordsNamed('c'), null]]), {
      when: ({ at }) => at > 0 && service.requests.length > 2,
    });
    const { report, text } = await exportOf(service, { onFailure: async () => 'again' });
    assert.deepEqual([report.records, report.broken, text.split('null').length - 1], [2, 3, 2]);
  });
});
