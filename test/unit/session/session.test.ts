import assert from 'node:assert/strict';
import { repeatedPages } from '../../service/cursors.ts';
import { once } from 'node:events';
import { failed } from '../../../src/api/failure.ts';
import { readPage } from '../../../src/api/page.ts';
import { when } from '../../service/exchange.ts';
import { startService } from '../../service/service.ts';
import { failures } from '../../service/statuses.ts';
import { KEY } from '../api/asking.ts';
import {
  answerOf,
  held,
  idsIn,
  outcomeOf,
  production,
  sessionAt,
  sessionOf,
  sessionWith,
  shownIn,
  staging,
} from './opened.ts';

const OPTIONS = { size: 95, broken: false, keys: [KEY] };

describe('opening a project', () => {
  it('goes from loading to ready and shows its first page', async () => {
    await using service = await startService(OPTIONS);
    const { session, states } = sessionAt(service.baseUrl);
    assert.equal(outcomeOf(session.state), 'idle');
    await session.open(production);
    assert.deepEqual(
      states.map(({ kind }) => kind),
      ['loading', 'ready'],
    );
    assert.equal(shownIn(states[0]).loaded.count, 0);
    assert.equal(shownIn(states[0]).project, production);
    assert.equal(idsIn(session.state).join(), service.allIds().slice(0, 20).toSorted().join());
    assert.equal(shownIn(session.state).loaded.more, true);
  });

  it('asks for the days of the filter, in pages of the size that is set', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    const days = { from: '2027-01-14', to: '2027-01-15' };
    await session.open(production, days);
    assert.deepEqual(service.requests[0]?.query, { startDate: days.from, endDate: days.to, count: '20' });
    assert.equal(shownIn(session.state).days, days);
  });

  it('tells a failure in the place of the first page', async () => {
    const { session } = sessionWith(() => async () => failed({ kind: 'noKey' }));
    await session.open(production);
    assert.equal(outcomeOf(session.state), 'noKey');
    assert.equal(shownIn(session.state).loaded.pages.length, 0);
  });

  it('may wait until somebody looks: a chosen project is there at once, and nothing is asked for', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    session.choose(production);
    assert.equal(shownIn(session.state).project, production);
    assert.deepEqual(
      [outcomeOf(session.state), shownIn(session.state).unread, service.requests.length],
      ['ready', true, 0],
    );
    await session.loadOlder();
    assert.deepEqual([shownIn(session.state).loaded.count, shownIn(session.state).unread], [20, false]);
  });

  it('may be undone: no project is idle', async () => {
    const { session } = sessionOf([[{ auth_id: 'one' }]]);
    await session.open(production);
    await session.open(undefined);
    assert.equal(outcomeOf(session.state), 'idle');
    await session.loadOlder();
    await session.refresh();
    await session.arrange({ grouping: 'day' });
    assert.equal(outcomeOf(session.state), 'idle');
  });
});

describe('opening another project', () => {
  it('aborts the first, whose result never shows', async () => {
    await using first = await startService(OPTIONS);
    await using second = await startService({ ...OPTIONS, seed: 2 });
    const { fault, arrived, release } = held();
    first.inject(fault);
    const { session, states } = sessionAt(first.baseUrl, { other: second.baseUrl });
    const opening = session.open(production);
    const closed = await arrived;
    const gone = once(closed, 'abort');
    await session.open(staging);
    await gone;
    release();
    await opening;
    assert.equal(outcomeOf(session.state), 'ready');
    assert.equal(idsIn(session.state).join(), second.allIds().slice(0, 20).toSorted().join());
    const after = states.slice(states.findIndex((state) => shownIn(state).project === staging));
    assert.ok(after.every((state) => shownIn(state).project === staging));
  });

  it('does not wait for the first', async () => {
    const never = Promise.withResolvers<never>();
    const { session } = sessionWith(
      ({ id }) =>
        async () =>
          id === production.id ? await never.promise : failed({ kind: 'noKey' }),
    );
    void session.open(production);
    await session.open(staging);
    assert.equal(outcomeOf(session.state), 'noKey');
  });

  it('shows nothing of an answer that came too late to be aborted', async () => {
    const late = Promise.withResolvers<undefined>();
    const { session } = sessionWith(({ id }) => async () => {
      if (id !== production.id) {
        return failed({ kind: 'noKey' });
      }
      await late.promise;
      return await readPage(answerOf([{ auth_id: 'late' }]));
    });
    const opening = session.open(production);
    await session.open(staging);
    late.resolve(undefined);
    await opening;
    assert.equal(shownIn(session.state).project, staging);
    assert.equal(shownIn(session.state).loaded.count, 0);
    assert.equal(outcomeOf(session.state), 'noKey');
  });

  it('ends what was being loaded also when it is the same one with other days', async () => {
    await using service = await startService(OPTIONS);
    const { fault, arrived, release } = held();
    service.inject(fault, { times: 1 });
    const { session } = sessionAt(service.baseUrl);
    const opening = session.open(production);
    await arrived;
    await session.open(production, { from: '2027-01-15', to: '2027-01-15' });
    const { state } = session;
    release();
    await opening;
    assert.equal(session.state, state);
  });
});

describe('older submissions', () => {
  it('join what is loaded, page by page, until the service has no more', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    for (let page = 2; page <= 5; page++) {
      assert.equal(shownIn(session.state).loaded.more, true);
      await session.loadOlder();
      assert.equal(shownIn(session.state).loaded.pages.length, page);
    }
    assert.equal(idsIn(session.state).join(), service.allIds().toSorted().join());
    assert.equal(shownIn(session.state).loaded.more, false);
    await session.loadOlder();
    assert.equal(outcomeOf(session.state), 'ready');
    assert.equal(service.requests.length, 5);
  });

  it('are asked for once, however often they are asked for at a time', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    await Promise.all([session.loadOlder(), session.loadOlder(), session.loadOlder()]);
    assert.equal(service.requests.length, 2);
    assert.equal(shownIn(session.state).loaded.pages.length, 2);
  });

  it('that fail leave what is loaded, and trying again goes on at the same page', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    service.inject(failures.unavailable, { times: 2 });
    const before = shownIn(session.state).loaded;
    for (let time = 0; time < 2; time++) {
      await session.loadOlder();
      assert.equal(outcomeOf(session.state), 'serviceDown');
      assert.equal(shownIn(session.state).loaded, before);
    }
    await session.loadOlder();
    assert.equal(outcomeOf(session.state), 'ready');
    assert.equal(idsIn(session.state).join(), service.allIds().slice(0, 40).toSorted().join());
    assert.deepEqual(
      service.requests.map(({ page }) => page),
      [1, 2, 2, 2],
    );
  });

  it('that come again are dropped and counted', async () => {
    await using service = await startService(OPTIONS);
    service.inject(repeatedPages());
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    while (shownIn(session.state).loaded.more) {
      await session.loadOlder();
    }
    assert.equal(idsIn(session.state).join(), service.allIds().toSorted().join());
    const { count, duplicates, pages } = shownIn(session.state).loaded;
    assert.deepEqual([count, duplicates, pages.length], [95, 80, 9]);
  });

  it('cannot be had without a page before them that came', async () => {
    await using service = await startService(OPTIONS);
    service.inject(failures.forbidden, { when: when.page(1), times: 1 });
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    await session.loadOlder();
    assert.equal(outcomeOf(session.state), 'ready');
    assert.equal(idsIn(session.state).join(), service.allIds().slice(0, 20).toSorted().join());
  });
});
