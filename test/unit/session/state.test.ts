import assert from 'node:assert/strict';
import type { State } from '../../../src/session/state.ts';
import { startService } from '../../service/service.ts';
import { failures, rateLimited } from '../../service/statuses.ts';
import { brisk, KEY } from '../api/asking.ts';
import { outcomeOf, production, sessionAt, sessionOf, shownIn, staging } from './opened.ts';

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
    session.regroup();
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

  it('tell each page: its number, its records with the broken ones, its newest and oldest time', async () => {
    const page = [
      { auth_id: 'a', create_time: '2027-01-03T00:00:00Z' },
      null,
      { auth_id: 'b', create_time: '2027-01-05T00:00:00Z' },
      { auth_id: 'c' },
    ];
    const { session } = sessionOf([page, [{ auth_id: 'd' }, 5], []]);
    await session.open(production);
    await session.loadOlder();
    await session.loadOlder();
    const { pages, broken, count } = shownIn(session.state).loaded;
    assert.deepEqual(
      pages.map(({ number, records, newest, oldest }) => [number, records, newest, oldest]),
      [
        [1, 4, Date.UTC(2027, 0, 5), Date.UTC(2027, 0, 3)],
        [2, 2, undefined, undefined],
        [3, 0, undefined, undefined],
      ],
    );
    assert.equal(count, 4);
    assert.deepEqual(
      broken.map(({ path, source }) => [path, pages.findIndex((one) => one.source === source)]),
      [
        [[0, 'data', 1], 0],
        [[0, 'data', 1], 1],
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
    await using slow = await startService({ size: 5, keys: [KEY] });
    await using other = await startService({ size: 5, keys: [KEY] });
    slow.inject(rateLimited(30));
    const { session, states } = sessionAt(slow.baseUrl, { other: other.baseUrl, patience: brisk });
    const opening = session.open(production);
    const waiting = (state: State | undefined): boolean => state?.kind === 'loading' && state.wait !== undefined;
    while (!waiting(states.at(-1))) {
      await new Promise(setImmediate);
    }
    await session.open(staging);
    await opening;
    const after = states.slice(states.findIndex((state) => shownIn(state).project === staging));
    assert.equal(after.some(waiting), false);
    assert.equal(outcomeOf(session.state), 'ready');
  });
});
