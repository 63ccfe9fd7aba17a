import assert from 'node:assert/strict';
import { once } from 'node:events';
import { when } from '../../service/exchange.ts';
import { startService } from '../../service/service.ts';
import { failures } from '../../service/statuses.ts';
import { KEY } from '../api/asking.ts';
import { held, idsIn, outcomeOf, production, sessionAt, sessionOf, shownIn, staging } from './opened.ts';

// The first page has 20 records, each later one 2,000 at most: three pages with OPTIONS, four with FOUR.
const OPTIONS = { size: 2500, broken: false, keys: [KEY] };
const FOUR = { ...OPTIONS, size: 4100 };
const { signal } = new AbortController();

async function onAndOn(): Promise<boolean> {
  return await Promise.resolve(true);
}

describe('loading all', () => {
  it('loads every submission once, in the largest pages that there are', async () => {
    await using service = await startService(OPTIONS);
    const { session, states } = sessionAt(service.baseUrl);
    await session.open(production);
    await session.loadAll(signal, onAndOn);
    const { loaded } = shownIn(session.state);
    assert.deepEqual(
      [outcomeOf(session.state), loaded.count, loaded.duplicates, loaded.more],
      ['ready', 2500, 0, false],
    );
    assert.equal(idsIn(session.state).join() === service.allIds().toSorted().join(), true);
    assert.deepEqual(
      service.requests.map(({ query }) => query['count']),
      ['20', '2000', '2000'],
    );
    assert.ok(states.slice(2, -1).every(({ kind }) => kind === 'loading'));
  });

  it('asks after each page whether to go on, and tells how many are loaded', async () => {
    await using service = await startService(FOUR);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    const told: number[] = [];
    await session.loadAll(signal, async (count) => {
      told.push(count);
      return await onAndOn();
    });
    assert.deepEqual(told, [2020, 4020]);
  });

  it('stops where it may not go on, and keeps what came', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    await session.loadAll(signal, async (count) => await Promise.resolve(count < 2020));
    const { count, more } = shownIn(session.state).loaded;
    assert.deepEqual([outcomeOf(session.state), count, more, service.requests.length], ['ready', 2020, true, 2]);
  });

  it('when cancelled keeps what came, and older submissions go on with the very page that was given up', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    const { fault, arrived, release } = held();
    service.inject(fault, { when: when.page(3), times: 1 });
    const abort = new AbortController();
    const loading = session.loadAll(abort.signal, onAndOn);
    const gone = once(await arrived, 'abort');
    abort.abort();
    await loading;
    await gone;
    release();
    assert.deepEqual([outcomeOf(session.state), shownIn(session.state).loaded.count], ['ready', 2020]);
    await session.loadOlder();
    const { count, duplicates } = shownIn(session.state).loaded;
    assert.deepEqual([outcomeOf(session.state), count, duplicates], ['ready', 2040, 0]);
    assert.equal(idsIn(session.state).join() === service.allIds().slice(0, 2040).toSorted().join(), true);
    const [given, again] = service.requests.slice(-2).map(({ query }) => query);
    assert.deepEqual([again?.['nextKey_id'], again?.['count']], [given?.['nextKey_id'], '20']);
  });

  it('asks nothing when it was cancelled before', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    await session.loadAll(AbortSignal.abort(), onAndOn);
    assert.deepEqual([outcomeOf(session.state), service.requests.length], ['ready', 1]);
  });

  it('does not go on after a page that came while it was being cancelled', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    const abort = new AbortController();
    await session.loadAll(abort.signal, async () => {
      abort.abort();
      return await onAndOn();
    });
    assert.deepEqual([outcomeOf(session.state), shownIn(session.state).loaded.count], ['ready', 2020]);
  });

  it('that fails keeps what came, and trying again loads the next page alone', async () => {
    await using service = await startService(FOUR);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    const off = service.inject(failures.unavailable, { when: when.page(3) });
    await session.loadAll(signal, onAndOn);
    assert.deepEqual([outcomeOf(session.state), shownIn(session.state).loaded.count], ['serviceDown', 2020]);
    off();
    await session.tryAgain();
    assert.deepEqual([outcomeOf(session.state), shownIn(session.state).loaded.count], ['ready', 4020]);
    assert.equal(shownIn(session.state).loaded.more, true);
  });

  it('waits for the page that is being loaded', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    const opening = session.open(production);
    await session.loadAll(signal, onAndOn);
    await opening;
    assert.equal(shownIn(session.state).loaded.count, 2500);
  });

  it('loads all also where older submissions were asked for at the same time', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    await Promise.all([session.loadOlder(), session.loadAll(signal, onAndOn), session.loadOlder()]);
    assert.deepEqual([shownIn(session.state).loaded.count, service.requests.length], [2500, 4]);
  });

  it('is joined by whoever asks for older submissions meanwhile', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    await Promise.all([session.loadAll(signal, onAndOn), session.loadOlder(), session.loadOlderOf('rejected')]);
    assert.deepEqual([shownIn(session.state).loaded.count, service.requests.length], [2500, 3]);
  });

  it('ends with its project: of another one nothing more is loaded', async () => {
    await using first = await startService(OPTIONS);
    await using second = await startService({ ...OPTIONS, seed: 2 });
    const { session } = sessionAt(first.baseUrl, { other: second.baseUrl });
    await session.open(production);
    const { fault, arrived, release } = held();
    first.inject(fault);
    const loading = session.loadAll(signal, onAndOn);
    const gone = once(await arrived, 'abort');
    await session.open(staging);
    await gone;
    release();
    await loading;
    assert.deepEqual([outcomeOf(session.state), shownIn(session.state).loaded.count], ['ready', 20]);
    assert.equal(second.requests.length, 1);
  });

  it('that still waited when another project was opened loads nothing more of that', async () => {
    await using first = await startService(OPTIONS);
    await using second = await startService({ ...OPTIONS, seed: 2 });
    const { session } = sessionAt(first.baseUrl, { other: second.baseUrl });
    const { fault, arrived, release } = held();
    first.inject(fault);
    const opening = session.open(production);
    await arrived;
    const loading = session.loadAll(signal, onAndOn);
    await session.open(staging);
    release();
    await Promise.all([opening, loading]);
    assert.deepEqual([outcomeOf(session.state), shownIn(session.state).loaded.count], ['ready', 20]);
    assert.equal(second.requests.length, 1);
  });

  it('is done at once where all is loaded, and where nothing is open', async () => {
    const { session, asked } = sessionOf([[{ auth_id: 'one' }]]);
    await session.loadAll(signal, onAndOn);
    await session.open(production);
    await session.loadAll(signal, onAndOn);
    assert.deepEqual([asked.length, outcomeOf(session.state)], [1, 'ready']);
  });

  it('puts what it loads under the filter', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    await session.arrange({ filter: { statuses: ['rejected'] } });
    await session.loadAll(signal, onAndOn);
    const { count, matching, groups } = shownIn(session.state).loaded;
    assert.deepEqual([count, [...groups.groups.keys()], groups.count], [2500, ['rejected'], matching]);
    assert.ok(matching > 100 && matching < 2400);
  });
});
