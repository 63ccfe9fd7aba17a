import assert from 'node:assert/strict';
import { once } from 'node:events';
import { when } from '../../service/exchange.ts';
import { startService } from '../../service/service.ts';
import { edited } from '../../service/shapes.ts';
import { failures } from '../../service/statuses.ts';
import { KEY } from '../api/asking.ts';
import { submissionOf } from '../submissions/fromWire.ts';
import { held, idsIn, outcomeOf, production, sessionAt, sessionOf, shownIn, staging } from './opened.ts';

const OPTIONS = { size: 95, broken: false, keys: [KEY] };

// Adds a new record to every page, so that a page that was read again can be told from the page before it.
function withOneMore(): ReturnType<typeof edited> {
  let made = 0;
  return edited((elements) =>
    elements.map(({ data, ...rest }) => ({ ...rest, data: [{ auth_id: `fresh${++made}` }, ...data] })),
  );
}

describe('a refresh', () => {
  it('reads again as many pages as were there and shows them all at once', async () => {
    await using service = await startService(OPTIONS);
    const { session, states } = sessionAt(service.baseUrl);
    await session.open(production);
    await session.loadOlder();
    service.inject(withOneMore());
    const before = states.length;
    const { loaded } = shownIn(session.state);
    await session.refresh();
    const [loading, ready, ...others] = states.slice(before);
    assert.deepEqual([loading?.kind, ready?.kind, others.length], ['loading', 'ready', 0]);
    assert.equal(shownIn(loading).loaded, loaded);
    assert.equal(shownIn(ready).loaded.count, 42);
    assert.deepEqual(
      service.requests.map(({ page }) => page),
      [1, 2, 1, 2],
    );
  });

  it('forgets what the service no longer has', async () => {
    const pages = [[{ auth_id: 'one' }, { auth_id: 'two' }]];
    const { session } = sessionOf(pages);
    await session.open(production);
    pages[0] = [{ auth_id: 'two' }];
    await session.refresh();
    assert.deepEqual(idsIn(session.state), ['two']);
    assert.equal(session.records.known(production, 'one'), undefined);
  });

  it('is done again, not the next page loaded, when it failed and is tried again', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    const off = service.inject(failures.notFound);
    await session.refresh();
    assert.equal(outcomeOf(session.state), 'refused');
    off();
    service.inject(withOneMore());
    await session.tryAgain();
    assert.equal(outcomeOf(session.state), 'ready');
    assert.deepEqual(
      service.requests.map(({ page }) => page),
      [1, 1, 1],
    );
    assert.ok(session.records.known(production, 'fresh1') !== undefined);
  });

  it('goes on from its own last page', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    await session.loadOlder();
    await session.refresh();
    await session.loadOlder();
    assert.equal(idsIn(session.state).join(), service.allIds().slice(0, 60).toSorted().join());
    assert.equal(shownIn(session.state).loaded.duplicates, 0);
  });

  for (const page of [1, 2]) {
    it(`that fails on page ${page} leaves all as it was`, async () => {
      await using service = await startService(OPTIONS);
      const { session } = sessionAt(service.baseUrl);
      await session.open(production);
      await session.loadOlder();
      const { loaded } = shownIn(session.state);
      service.inject(failures.unavailable, { when: when.page(page) });
      await session.refresh();
      assert.equal(outcomeOf(session.state), 'serviceDown');
      assert.equal(shownIn(session.state).loaded, loaded);
      service.setFault();
      await session.loadOlder();
      assert.equal(idsIn(session.state).join(), service.allIds().slice(0, 60).toSorted().join());
    });
  }

  it('keeps the days of the filter', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    const days = { from: '2027-01-14', to: '2027-01-15' };
    await session.open(production, days);
    await session.refresh();
    assert.deepEqual(service.requests.at(-1)?.query['startDate'], days.from);
    assert.equal(shownIn(session.state).days, days);
  });

  it('keeps all of thirty loaded pages, in few requests', async () => {
    await using service = await startService({ ...OPTIONS, size: 900 });
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    while (shownIn(session.state).loaded.pages.length < 30) {
      await session.loadOlder();
    }
    const before = idsIn(session.state);
    const requests = service.requests.length;
    await session.refresh();
    const now = new Set(idsIn(session.state));
    assert.deepEqual([before.length, before.every((id) => now.has(id))], [600, true]);
    assert.deepEqual([service.requests.length - requests, service.requests.at(-1)?.query['count']], [1, '600']);
  });

  it('reads also the page again that told of deletions and of nothing else', async () => {
    const [x, y, z] = ['x', 'y', 'z'].map((auth_id) => ({ auth_id }));
    const { session } = sessionOf([[x, y], [z], [{ ...x, delete_check: true }]]);
    await session.open(production);
    await session.loadOlder();
    await session.loadOlder();
    await session.refresh();
    const { pages, more } = shownIn(session.state).loaded;
    assert.deepEqual([pages.length, more, session.records.known(production, 'x')?.deleted], [3, false, true]);
  });

  it('counts also the records that came twice or are broken when it reads as many again', async () => {
    const one = { auth_id: 'one' };
    const { session, asked } = sessionOf([[one], [one], [null], [{ auth_id: 'two' }], [{ auth_id: 'three' }]]);
    await session.open(production);
    for (let page = 2; page <= 4; page++) {
      await session.loadOlder();
    }
    await session.refresh();
    assert.deepEqual(idsIn(session.state), ['one', 'two']);
    assert.equal(asked.length, 8);
  });

  it('when cancelled leaves all as it was, and that is no failure', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    const { loaded } = shownIn(session.state);
    const { fault, arrived, release } = held();
    service.inject(fault, { times: 1 });
    const abort = new AbortController();
    const refreshing = session.refresh(abort.signal);
    const gone = once(await arrived, 'abort');
    abort.abort();
    await refreshing;
    await gone;
    release();
    assert.equal(outcomeOf(session.state), 'ready');
    assert.equal(shownIn(session.state).loaded, loaded);
    await session.loadOlder();
    assert.equal(idsIn(session.state).join(), service.allIds().slice(0, 40).toSorted().join());
  });

  it('replaces what was looked up by what came', async () => {
    const pages = [[{ auth_id: 'one', auth_status: 'pending' }]];
    const { session } = sessionOf(pages);
    await session.open(production);
    session.records.showLookedUp(production, submissionOf({ auth_id: 'one', auth_status: 'pending' }));
    pages[0] = [{ auth_id: 'one', auth_status: 'approved' }];
    await session.refresh();
    assert.deepEqual(
      shownIn(session.state).lookedUp.map(({ id, status }) => `${id} ${status}`),
      ['one approved'],
    );
  });

  it('asks again for what was looked up and is on no loaded page, and drops what there is no more', async () => {
    await using service = await startService({ size: 95, broken: false, keys: [KEY] });
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    const id = service.records.id(90);
    for (const looked of [id, 'gone']) {
      session.records.showLookedUp(production, submissionOf({ auth_id: looked, auth_status: 'of before' }));
    }
    await session.refresh();
    const { lookedUp } = shownIn(session.state);
    assert.deepEqual(
      lookedUp.map((one) => one.id),
      [id],
    );
    assert.notEqual(lookedUp[0]?.status, 'of before');
  });

  it('keeps what was looked up while the service does not answer for it', async () => {
    await using service = await startService({ size: 95, broken: false, keys: [KEY] });
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    session.records.showLookedUp(production, submissionOf({ auth_id: service.records.id(90) }));
    service.inject(failures.broken, { when: when.lookUp });
    await session.refresh();
    assert.equal(outcomeOf(session.state), 'ready');
    assert.equal(shownIn(session.state).lookedUp.length, 1);
  });

  it('stops early where the service has fewer pages now', async () => {
    const pages = [[{ auth_id: 'one' }], [{ auth_id: 'two' }], [{ auth_id: 'three' }]];
    const { session, asked } = sessionOf(pages);
    await session.open(production);
    await session.loadOlder();
    await session.loadOlder();
    pages.length = 1;
    await session.refresh();
    assert.equal(asked.length, 4);
    assert.equal(shownIn(session.state).loaded.more, false);
  });

  it('gives way to another project', async () => {
    await using first = await startService(OPTIONS);
    await using second = await startService({ ...OPTIONS, seed: 2 });
    const { session } = sessionAt(first.baseUrl, { other: second.baseUrl });
    await session.open(production);
    const { fault, arrived, release } = held();
    first.inject(fault);
    const refreshing = session.refresh();
    const gone = once(await arrived, 'abort');
    await session.open(staging);
    await gone;
    release();
    await refreshing;
    assert.equal(outcomeOf(session.state), 'ready');
    assert.equal(idsIn(session.state).join(), second.allIds().slice(0, 20).toSorted().join());
  });
});
