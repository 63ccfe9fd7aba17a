import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { emptinessOf } from '../../../src/session/headline.ts';
import { withFittingPages } from '../../../src/sources/pageSize.ts';
import { brokenAbove, mintedCursors, pagesInOrder } from '../../service/cursors.ts';
import { startService } from '../../service/service.ts';
import { raw } from '../../service/shapes.ts';
import { failures } from '../../service/statuses.ts';
import { asking, KEY } from '../api/asking.ts';
import { idsIn, outcomeOf, production, sessionAt, sessionOf, sessionWith, shownIn } from './opened.ts';

const OPTIONS = { size: 95, broken: false, keys: [KEY] };
const { signal } = new AbortController();

async function onAndOn(): Promise<boolean> {
  return await Promise.resolve(true);
}

function recordsNamed(...ids: readonly string[]): readonly unknown[] {
  return ids.map((auth_id) => ({ auth_id, create_time: '2027-01-15T10:00:00Z' }));
}

describe('a service that makes up another next page for ever', () => {
  for (const [what, data] of [
    ['the same three records', recordsNamed('a', 'b', 'c')],
    ['no record', []],
    ['the same record that cannot be read', [{ create_time: 'no id' }]],
  ] as const) {
    it(`is asked for a bounded number of pages by Load All, which says so: ${what}`, async () => {
      await using service = await startService(OPTIONS);
      service.inject(mintedCursors(data));
      const { session } = sessionAt(service.baseUrl);
      await session.open(production);
      await session.loadAll(signal, onAndOn);
      assert.equal(outcomeOf(session.state), 'nothingNew');
      assert.equal(shownIn(session.state).loaded.more, true);
      assert.ok(service.requests.length <= 11, `${service.requests.length} requests`);
    });
  }

  it('ends a refresh, which leaves all as it was and goes on from there when it is tried again', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    await session.loadOlder();
    const { loaded } = shownIn(session.state);
    service.inject(mintedCursors(recordsNamed('a', 'b', 'c')));
    await session.refresh();
    assert.equal(shownIn(session.state).loaded, loaded);
    assert.equal(outcomeOf(session.state), 'nothingNew');
    const before = service.requests.length;
    await session.tryAgain();
    assert.equal(service.requests.length, before + 5);
    assert.notEqual(service.requests.at(-1)?.query['nextKey_id'], undefined);
  });

  it('ends auto refresh, also where the newest does not come first', async () => {
    await using service = await startService(OPTIONS);
    const data = [
      { auth_id: 'a', create_time: '2027-01-14T10:00:00Z' },
      { auth_id: 'b', create_time: '2027-01-15T10:00:00Z' },
    ];
    service.inject(mintedCursors(data));
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    const before = service.requests.length;
    assert.equal((await session.loadNewer()).failure?.kind, 'nothingNew');
    assert.equal(service.requests.length, before + 6);
  });
});

describe('what auto refresh found before the service led it nowhere', () => {
  const [fresh, known] = [recordsNamed('fresh'), recordsNamed('known')];

  for (const [what, later] of [
    [
      'a next page that cannot be followed',
      () => raw(JSON.stringify([{ data: fresh, nextPage_key: { createTime: 'lost' } }])),
    ],
    ['pages without end', () => mintedCursors(fresh)],
  ] as const) {
    it(`is shown: ${what}`, async () => {
      await using service = await startService(OPTIONS);
      const off = service.serveRaw(JSON.stringify([{ data: known }]));
      const { session } = sessionAt(service.baseUrl);
      await session.open(production);
      off();
      service.inject(later());
      assert.notEqual((await session.loadNewer()).failure, undefined);
      assert.deepEqual([outcomeOf(session.state), idsIn(session.state).join()], ['ready', 'fresh,known']);
    });
  }
});

describe('empty pages with a next page', () => {
  // Two records, seven pages without any, and three records.
  const pages = [recordsNamed('a', 'b'), ...Array.from({ length: 7 }, () => []), recordsNamed('c', 'd', 'e')];

  it('are followed by the gesture that asked for older ones, until something comes', async () => {
    await using service = await startService(OPTIONS);
    service.inject(pagesInOrder([recordsNamed('a'), [], [], [], [], recordsNamed('b'), recordsNamed('c')]));
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    await session.loadOlder();
    assert.deepEqual([outcomeOf(session.state), idsIn(session.state).join()], ['ready', 'a,b']);
  });

  it('stop Load All after five, which never says that this was all; tried again it comes to all', async () => {
    await using service = await startService(OPTIONS);
    service.inject(pagesInOrder(pages));
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    await session.loadAll(signal, onAndOn);
    assert.deepEqual([outcomeOf(session.state), shownIn(session.state).loaded.more], ['nothingNew', true]);
    await session.tryAgain();
    assert.deepEqual([outcomeOf(session.state), shownIn(session.state).loaded.more], ['ready', false]);
    assert.deepEqual([shownIn(session.state).loaded.count, service.requests.length], [5, 9]);
  });

  it('at the beginning are no project without submissions: it says that there is more, and goes on', async () => {
    await using service = await startService(OPTIONS);
    service.inject(pagesInOrder(pages.slice(1)));
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    assert.deepEqual([outcomeOf(session.state), emptinessOf(session.state)], ['nothingNew', 'none']);
    await session.loadAll(signal, onAndOn);
    assert.deepEqual([outcomeOf(session.state), shownIn(session.state).loaded.count], ['ready', 3]);
  });

  it('end the search for one status after five of them; going on goes on from there', async () => {
    await using service = await startService(OPTIONS);
    service.inject(pagesInOrder(pages));
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    await session.loadOlderOf('rejected');
    assert.deepEqual([outcomeOf(session.state), service.requests.length], ['nothingNew', 6]);
    await session.loadOlderOf('rejected');
    assert.deepEqual([outcomeOf(session.state), service.requests.length], ['ready', 9]);
  });

  it('do not keep what was loaded beyond them from being read again', async () => {
    await using service = await startService(OPTIONS);
    service.inject(pagesInOrder(pages));
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    await session.loadOlder();
    await session.tryAgain();
    await session.refresh();
    assert.equal(outcomeOf(session.state), 'nothingNew');
    await session.tryAgain();
    assert.deepEqual([outcomeOf(session.state), shownIn(session.state).loaded.count], ['ready', 5]);
  });
});

describe('pages of any kind, empty ones and repeated ones among them', () => {
  const page = fc.oneof(fc.constant([]), fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 3 }));

  it('all come, each asked for once, to whoever goes on after each stop', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 25 }), async (pages) => {
        const { session, asked } = sessionOf(pages.map((ids) => recordsNamed(...ids)));
        await session.open(production);
        for (let stops = 0; shownIn(session.state).loaded.more && stops < 30; stops++) {
          await session.loadAll(signal, onAndOn);
        }
        const ids = [...new Set(pages.flat())].toSorted();
        assert.deepEqual([outcomeOf(session.state), idsIn(session.state)], ['ready', ids]);
        assert.equal(asked.length, pages.length);
        const { count, duplicates } = shownIn(session.state).loaded;
        assert.deepEqual([count, duplicates], [ids.length, pages.flat().length - ids.length]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a next page that cannot be followed', () => {
  const lost = JSON.stringify([{ data: recordsNamed('a', 'b'), nextPage_key: { createTime: '2027-01-15T00:00:00Z' } }]);

  it('is told as often as it is tried, and what came is counted once', async () => {
    await using service = await startService(OPTIONS);
    service.serveRaw(lost);
    const { session, states } = sessionAt(service.baseUrl);
    await session.open(production);
    await session.loadOlder();
    const before = states.length;
    await session.tryAgain();
    await session.tryAgain();
    const { count, duplicates, pages, more } = shownIn(session.state).loaded;
    assert.deepEqual([count, duplicates, pages.length, more], [2, 0, 1, true]);
    assert.deepEqual(
      states.slice(before).map(({ kind }) => kind),
      ['loading', 'failed', 'loading', 'failed'],
    );
    assert.equal(outcomeOf(session.state), 'noWayOn');
  });

  it('is followed once it can be, and what the page brings then is taken in', async () => {
    await using service = await startService(OPTIONS);
    const off = service.serveRaw(lost);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    await session.loadOlder();
    off();
    service.inject(pagesInOrder([recordsNamed('b', 'c'), recordsNamed('d')]));
    await session.tryAgain();
    assert.deepEqual([outcomeOf(session.state), idsIn(session.state).join()], ['ready', 'a,b,c,d']);
    assert.equal(shownIn(session.state).loaded.duplicates, 0);
  });
});

describe('a gateway that breaks large answers', () => {
  for (const [what, fault] of [
    ['502', failures.badGateway],
    ['500', failures.broken],
    ['413', failures.tooLarge],
  ] as const) {
    it(`with ${what} lets Load All come to its end, and the large size is asked for once`, async () => {
      await using service = await startService({ ...OPTIONS, size: 300 });
      service.inject(brokenAbove(60, fault));
      const connect = withFittingPages(
        () => asking(service.baseUrl).client,
        () => 50,
      );
      const { session } = sessionWith(connect, { pageSize: 50 });
      await session.open(production);
      await session.loadAll(signal, onAndOn);
      assert.deepEqual([outcomeOf(session.state), shownIn(session.state).loaded.count], ['ready', 300]);
      assert.equal(service.requests.filter(({ query }) => query['count'] === '2000').length, 1);
    });
  }
});
