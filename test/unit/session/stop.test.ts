import assert from 'node:assert/strict';
import type { Row } from '../../../src/session/row.ts';
import type { Session } from '../../../src/session/session.ts';
import { startService } from '../../service/service.ts';
import { failures } from '../../service/statuses.ts';
import { KEY } from '../api/asking.ts';
import { held, outcomeOf, production, sessionAt, shownIn } from './opened.ts';
import { below, rowAt } from './tree.ts';

const OPTIONS = { size: 95, broken: false, keys: [KEY] };
const { signal } = new AbortController();

async function onAndOn(): Promise<boolean> {
  return await Promise.resolve(true);
}

const wishes = {
  older: async (session: Session) => {
    await session.loadOlder();
  },
  'more of a status': async (session: Session) => {
    await session.loadOlderOf('never sent');
  },
  refresh: async (session: Session) => {
    await session.refresh();
  },
  all: async (session: Session) => {
    await session.loadAll(signal, onAndOn);
  },
};

describe('what is being loaded', () => {
  it('is told by the state', async () => {
    await using service = await startService(OPTIONS);
    const { session, states } = sessionAt(service.baseUrl);
    await session.open(production);
    await session.loadOlderOf('rejected');
    await session.refresh();
    await session.loadAll(signal, onAndOn);
    const told = states.flatMap((state) => (state.kind === 'loading' ? state.wish : []));
    assert.deepEqual(told.slice(0, 4), [
      { kind: 'older' },
      { kind: 'moreOf', status: 'rejected' },
      { kind: 'refresh' },
      { kind: 'all' },
    ]);
  });

  for (const name of ['older', 'more of a status', 'refresh', 'all'] as const) {
    it(`can be stopped, keeps what came, and is no failure: ${name}`, async () => {
      await using service = await startService(OPTIONS);
      const { session } = sessionAt(service.baseUrl);
      await session.open(production);
      const { fault, arrived, release } = held();
      service.inject(fault, { times: 1 });
      const loading = wishes[name](session);
      await arrived;
      const waiting = wishes[name === 'refresh' ? 'older' : 'refresh'](session);
      session.stop();
      await Promise.all([loading, waiting]);
      assert.deepEqual([outcomeOf(session.state), shownIn(session.state).loaded.count], ['ready', 20]);
      assert.deepEqual([below(session.state).at(-1)?.kind, service.requests.length], ['older', 2]);
      release();
      await session.loadOlder();
      assert.equal(shownIn(session.state).loaded.count, 40);
    });
  }

  // A row that keeps its id stays expanded in VS Code, and VS Code asks again for what is below it.
  it('is not asked for unasked after that: the row that loads comes back as another one, collapsed', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    const more = (): Row => rowAt(session.state, 'Rejected', 'More rejected on the service');
    const before = more();
    const { fault, arrived, release } = held();
    service.inject(fault, { times: 1 });
    const loading = wishes['more of a status'](session);
    await arrived;
    assert.equal(more().id, before.id);
    session.stop();
    await loading;
    release();
    const stopped = more();
    assert.notEqual(stopped.id, before.id);
    service.inject(failures.denied, { times: 1 });
    await wishes['more of a status'](session);
    const failed = more();
    assert.notEqual(failed.id, stopped.id);
    await session.refresh();
    assert.equal(more().id, failed.id);
    assert.equal(new Set([before, stopped, failed].map(({ id }) => id)).size, 3);
  });

  it('can be stopped before the first page, which then is where older submissions are', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    const { fault, arrived, release } = held();
    service.inject(fault, { times: 1 });
    const opening = session.open(production);
    await arrived;
    session.stop();
    await opening;
    release();
    assert.deepEqual(
      below(session.state).map(({ kind }) => kind),
      ['older'],
    );
    await session.loadOlder();
    assert.deepEqual([outcomeOf(session.state), shownIn(session.state).loaded.count], ['ready', 20]);
  });

  it('can be stopped while the service asks to wait', async () => {
    await using service = await startService(OPTIONS);
    const waits: unknown[] = [];
    const { session, states } = sessionAt(service.baseUrl, {
      patience: { attempts: 4, firstPause: 60_000, longestPause: 60_000 },
    });
    await session.open(production);
    service.inject(failures.unavailable);
    const loading = session.loadOlder();
    while (waits.length === 0) {
      await new Promise((resolve) => setImmediate(resolve));
      waits.push(...states.filter((state) => state.kind === 'loading' && state.wait !== undefined));
    }
    session.stop();
    await loading;
    assert.deepEqual([outcomeOf(session.state), below(session.state).at(-1)?.kind], ['ready', 'older']);
  });

  it('is nothing, and stopping does nothing, where nothing loads', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    session.stop();
    await session.open(production);
    const { state } = session;
    session.stop();
    assert.equal(session.state, state);
    await session.loadOlder();
    assert.equal(shownIn(session.state).loaded.count, 40);
  });
});
