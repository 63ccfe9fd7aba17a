import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { State } from '../../../src/session/state.ts';
import { when } from '../../service/exchange.ts';
import { startService } from '../../service/service.ts';
import { edited, shape } from '../../service/shapes.ts';
import { failures } from '../../service/statuses.ts';
import { KEY } from '../api/asking.ts';
import { standingIn } from '../submissions/zone.ts';
import { held, idsIn, outcomeOf, production, sessionAt, sessionOf, shownIn, staging } from './opened.ts';

const OPTIONS = { size: 95, broken: false, keys: [KEY] };

// Another record on every page, so that what was read again can be told from what was there.
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
    assert.equal(session.known(production, 'one'), undefined);
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
    assert.ok(session.known(production, 'fresh1') !== undefined);
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

describe('another time zone', () => {
  const late = { auth_id: 'one', auth_status: 'approved', create_time: '2026-12-31T20:00:00Z' };
  const daysIn = (state: State): readonly string[] =>
    [...shownIn(state).loaded.groups.groups.values()].flatMap(({ groups }) => [...groups.keys()]);

  standingIn('Asia/Seoul');

  it('sorts what is loaded into other days and keeps every count', async () => {
    const { session, asked } = sessionOf([[late, { ...late, auth_id: 'two' }, null]]);
    await session.open(production);
    const before = session.state;
    assert.deepEqual(daysIn(before), ['2026-12-31']);
    await session.arrange({ zone: 'local' });
    assert.deepEqual(daysIn(session.state), ['2027-01-01']);
    assert.deepEqual(daysIn(before), ['2026-12-31']);
    const { count, groups, pages, broken } = shownIn(session.state).loaded;
    assert.deepEqual([count, groups.count, pages.length, broken.length], [2, 2, 1, 1]);
    assert.equal(asked.length, 1);
  });

  it('holds for the pages that come after it', async () => {
    const { session } = sessionOf([[late], [{ ...late, auth_id: 'two' }]]);
    await session.open(production);
    await session.arrange({ zone: 'local' });
    await session.loadOlder();
    assert.deepEqual(daysIn(session.state), ['2027-01-01']);
  });

  it('holds also for what a refresh was reading when it changed', async () => {
    await using service = await startService({ size: 5, keys: [KEY] });
    const { session } = sessionAt(service.baseUrl);
    service.inject(shape([late]));
    await session.open(production);
    const { fault, arrived, release } = held(shape([late]));
    service.inject(fault, { times: 1 });
    const refreshing = session.refresh();
    await arrived;
    await session.arrange({ zone: 'local' });
    release();
    await refreshing;
    assert.deepEqual(daysIn(session.state), ['2027-01-01']);
    assert.equal(outcomeOf(session.state), 'ready');
  });
});
