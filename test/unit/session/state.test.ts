import assert from 'node:assert/strict';
import type { Patience, Wait } from '../../../src/api/retry.ts';
import { readPage } from '../../../src/api/page.ts';
import { whereText } from '../../../src/api/where.ts';
import { usualArrangement } from '../../../src/session/arrangement.ts';
import { Session } from '../../../src/session/session.ts';
import { startService } from '../../service/service.ts';
import { failures } from '../../service/statuses.ts';
import { brisk, KEY } from '../api/asking.ts';
import { answerOf, outcomeOf, production, sessionAt, sessionOf, sessionWith, shownIn, staging } from './opened.ts';

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value) && !ArrayBuffer.isView(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) {
      frozen(inner);
    }
  }
  return value;
}

describe('the states of a session', () => {
  it('are replaced, never changed', async () => {
    const record = { auth_id: 'one', auth_status: 'rejected', create_time: '2027-01-01T00:00:00Z' };
    const { session, states } = sessionOf([[record], [record, { ...record, auth_id: 'two' }, null], [record]]);
    await session.open(production);
    // Whoever changed something of a frozen state would throw.
    frozen(session.state);
    await session.loadOlder();
    frozen(session.state);
    await session.arrange({ grouping: 'status' });
    await session.loadOlderOf('rejected');
    await session.refresh();
    await session.open(staging);
    assert.equal(new Set(states).size, states.length);
    assert.equal(outcomeOf(session.state), 'ready');
    const counts = states.map((state) => shownIn(state).loaded.count);
    assert.deepEqual(counts.slice(0, 4), [0, 1, 1, 2]);
  });

  it('share what did not change: the loaded pages of a loading state are those before it', async () => {
    const { session, states } = sessionOf([[{ auth_id: 'one' }], [{ auth_id: 'two' }]]);
    await session.open(production);
    const { loaded } = shownIn(session.state);
    await session.loadOlder();
    assert.equal(shownIn(states.at(-2)).loaded, loaded);
  });

  it('tell each page: its number, its records, its broken ones, its newest and oldest time', async () => {
    const first = [
      { auth_id: 'a', create_time: '2027-01-03T00:00:00Z' },
      null,
      { auth_id: 'b', create_time: '2027-01-05T00:00:00Z' },
      { auth_id: 'c' },
    ];
    const { session } = sessionOf([first, [{ auth_id: 'd' }, 5], []]);
    await session.open(production);
    await session.loadOlder();
    await session.loadOlder();
    const { pages, broken, count } = shownIn(session.state).loaded;
    assert.deepEqual(
      pages.map((page) => [page.number, page.records, page.broken, page.newest, page.oldest]),
      [
        [1, 3, 1, Date.UTC(2027, 0, 5), Date.UTC(2027, 0, 3)],
        [2, 1, 1, undefined, undefined],
        [3, 0, 0, undefined, undefined],
      ],
    );
    assert.equal(count, 4);
    assert.deepEqual(
      broken.map(({ source, ...where }) => [whereText(where), pages.findIndex((one) => one.source === source)]),
      [
        ['[0].data[1]', 0],
        ['[0].data[1]', 1],
      ],
    );
  });

  it('tell a pause while it lasts, and no longer', async () => {
    await using service = await startService({ size: 5, keys: [KEY] });
    service.inject(failures.unavailable, { times: 2 });
    const { session, states } = sessionAt(service.baseUrl, { patience: brisk });
    await session.open(production);
    const told = states.map((state) => (state.kind === 'loading' ? (state.wait?.attempt ?? 'no wait') : state.kind));
    assert.deepEqual(told, ['no wait', 2, 3, 'ready']);
  });

  it('tell no pause of a project that is no longer shown', async () => {
    const waits: Patience['onWait'][] = [];
    const { session, states } = sessionWith((_, { onWait }) => {
      waits.push(onWait);
      return async () => await new Promise<never>(() => undefined);
    });
    void session.open(production);
    void session.open(staging);
    const wait: Wait = { until: Date.now() + 1000, attempt: 2, failure: { kind: 'serviceDown', status: 500 } };
    const before = states.length;
    waits[0]?.(wait);
    assert.equal(states.length, before);
    waits[1]?.(wait);
    assert.equal(states.length, before + 1);
    const { state } = session;
    assert.equal(state.kind === 'loading' && state.wait, wait);
  });

  it('may be answered by asking for more at once: that joins what is being loaded', async () => {
    let asked = 0;
    const joined: Promise<void>[] = [];
    const session = new Session({
      connect: () => async () => {
        asked++;
        return await readPage(answerOf([{ auth_id: 'one' }]));
      },
      pageSize: () => 20,
      now: () => Date.now(),
      arrangement: usualArrangement,
      changed: ({ kind }) => {
        if (kind === 'loading') {
          joined.push(session.loadOlder());
        }
      },
    });
    await session.open(production);
    await Promise.all(joined);
    assert.deepEqual([asked, joined.length], [1, 1]);
  });
});
