import assert from 'node:assert/strict';
import type { Session } from '../../../src/session/session.ts';
import { when } from '../../service/exchange.ts';
import { startService } from '../../service/service.ts';
import { failures } from '../../service/statuses.ts';
import { KEY } from '../api/asking.ts';
import { held, outcomeOf, production, sessionAt, shownIn, staging } from './opened.ts';

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
    await session.loadOlderOf('rejected');
  },
  'more of another status': async (session: Session) => {
    await session.loadOlderOf('never sent');
  },
  refresh: async (session: Session) => {
    await session.refresh();
  },
  all: async (session: Session) => {
    await session.loadAll(signal, onAndOn);
  },
};

type Name = keyof typeof wishes;
const names = ['older', 'more of a status', 'more of another status', 'refresh', 'all'] as const;

/** The queries that one wish sends when no other wish runs. The wishes in `before` are done first. */
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
        // The page that the running wish loads may already hold all that the second wish wants.
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

  for (const name of ['refresh', 'all'] as const) {
    it(`ends at once when whoever wished it gives up, and what runs goes on: ${name}`, async () => {
      await using service = await startService(OPTIONS);
      const { session } = sessionAt(service.baseUrl);
      await session.open(production);
      const { fault, arrived, release } = held();
      service.inject(fault, { times: 1 });
      const running = session.loadOlder();
      await arrived;
      const abort = new AbortController();
      const given = async (): Promise<void> => {
        await (name === 'refresh' ? session.refresh(abort.signal) : session.loadAll(abort.signal, onAndOn));
      };
      const waiting = [given(), given()];
      abort.abort();
      await Promise.all(waiting);
      assert.equal(outcomeOf(session.state), 'loading');
      release();
      await running;
      assert.deepEqual([shownIn(session.state).loaded.count, service.requests.length], [40, 2]);
    });
  }

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
