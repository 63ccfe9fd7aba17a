import assert from 'node:assert/strict';
import type { Session } from '../../../src/session/session.ts';
import { when } from '../../service/exchange.ts';
import { startService } from '../../service/service.ts';
import { failures } from '../../service/statuses.ts';
import { KEY } from '../api/asking.ts';
import { held, outcomeOf, production, sessionAt, shownIn, staging } from './opened.ts';
import { below } from './tree.ts';

const OPTIONS = { size: 95, broken: false, keys: [KEY] };
const { signal } = new AbortController();

const wishes = {
  older: async (session: Session) => {
    await session.loadOlder();
  },
  'more of a status': async (session: Session) => {
    await session.loadOlderOf('rejected');
  },
  'more of another status': async (session: Session) => {
    await session.loadOlderOf('never sent');
  },
  refresh: async (session: Session) => {
    await session.refresh();
  },
  all: async (session: Session) => {
    await session.loadAll(signal, async () => await Promise.resolve(true));
  },
};

type Name = keyof typeof wishes;
const names = ['older', 'more of a status', 'more of another status', 'refresh', 'all'] as const;

/** What one wish does when nothing else does, as the pages asked for. */
async function alone(name: Name, before: readonly Name[] = []): Promise<readonly unknown[]> {
  await using service = await startService(OPTIONS);
  const { session } = sessionAt(service.baseUrl);
  await session.open(production);
  for (const one of before) {
    await wishes[one](session);
  }
  const asked = service.requests.length;
  await wishes[name](session);
  return service.requests.slice(asked).map(({ query }) => query);
}

describe('a wish while another one runs', () => {
  for (const running of names) {
    for (const wished of names) {
      const covered = running === wished || (running === 'all' && wished !== 'refresh');
      it(`${covered ? 'joins it' : 'is fulfilled after it'}: ${wished} during ${running}`, async () => {
        await using service = await startService(OPTIONS);
        const { session } = sessionAt(service.baseUrl);
        await session.open(production);
        const { fault, arrived, release } = held();
        service.inject(fault, { times: 1 });
        const first = wishes[running](session);
        await arrived;
        const second = wishes[wished](session);
        release();
        await Promise.all([first, second]);
        assert.equal(outcomeOf(session.state), 'ready');
        const both = [...(await alone(running)), ...(covered ? [] : await alone(wished, [running]))];
        // What the page that ran brought may be all that was wished.
        const met = wished === 'more of a status' && !covered && running !== 'refresh' ? await alone(running) : both;
        assert.deepEqual(
          service.requests.slice(1).map(({ query }) => query),
          met,
        );
      });
    }
  }

  it('is done in the end also where the one before it failed', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    service.inject(failures.unavailable, { when: when.page(2) });
    await Promise.all([session.loadOlder(), session.refresh()]);
    assert.deepEqual([outcomeOf(session.state), service.requests.map(({ page }) => page)], ['ready', [1, 2, 1]]);
  });

  it('waits in the one place there is: the newest wins, and the one that it replaces is told so', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    const { fault, arrived, release } = held();
    service.inject(fault, { times: 1 });
    const running = session.refresh();
    await arrived;
    const replaced = session.loadOlderOf('rejected');
    const wanted = session.loadOlder();
    const joined = session.loadOlder();
    await replaced;
    assert.equal(outcomeOf(session.state), 'loading');
    release();
    await Promise.all([running, wanted, joined]);
    assert.deepEqual([outcomeOf(session.state), shownIn(session.state).loaded.count], ['ready', 40]);
  });

  it('is forgotten, and settles, when another project is opened', async () => {
    await using first = await startService(OPTIONS);
    await using second = await startService({ ...OPTIONS, seed: 2 });
    const { session } = sessionAt(first.baseUrl, { other: second.baseUrl });
    await session.open(production);
    const { fault, arrived, release } = held();
    first.inject(fault);
    const running = session.loadOlder();
    await arrived;
    const waiting = session.refresh();
    await session.open(staging);
    await Promise.all([running, waiting]);
    release();
    assert.deepEqual([first.requests.length, second.requests.length], [2, 1]);
  });

  it('finds out what is new after what runs, too', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    await Promise.all([session.loadOlder(), session.loadNewer()]);
    assert.deepEqual(
      service.requests.map(({ page }) => page),
      [1, 2, 1],
    );
  });
});

describe('what is being loaded', () => {
  it('is told by the state', async () => {
    await using service = await startService(OPTIONS);
    const { session, states } = sessionAt(service.baseUrl);
    await session.open(production);
    await session.loadOlderOf('rejected');
    await session.refresh();
    await wishes.all(session);
    const told = states.flatMap((state) => (state.kind === 'loading' ? state.wish : []));
    assert.deepEqual(told.slice(0, 4), [
      { kind: 'older' },
      { kind: 'moreOf', status: 'rejected' },
      { kind: 'refresh' },
      { kind: 'all' },
    ]);
  });

  for (const name of ['older', 'more of another status', 'refresh', 'all'] as const) {
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
