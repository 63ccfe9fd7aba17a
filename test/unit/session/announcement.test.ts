import assert from 'node:assert/strict';
import type { Failure } from '../../../src/api/failure.ts';
import { announcement } from '../../../src/session/announcement.ts';
import type { Session } from '../../../src/session/session.ts';
import type { State } from '../../../src/session/state.ts';
import { unmasked } from '../../../src/submissions/privacy/mask.ts';
import { startService } from '../../service/service.ts';
import { failures } from '../../service/statuses.ts';
import { brisk, KEY } from '../api/asking.ts';
import { production, sessionAt, sessionOf } from './opened.ts';

const OPTIONS = { size: 95, broken: false, keys: [KEY] };
const until = Date.UTC(2027, 0, 15, 12);
const limited: Failure = { kind: 'rateLimited', status: 429 };

/** All that is said while these states follow each other. */
function said(states: readonly State[]): readonly string[] {
  let before: State = { kind: 'idle' };
  return states.flatMap((now) => {
    const text = announcement(before, now, unmasked);
    before = now;
    return text ?? [];
  });
}

async function loadedState(): Promise<State & { kind: 'ready' }> {
  const { session } = sessionOf([[{ auth_id: 'one' }], []]);
  await session.open(production);
  assert.ok(session.state.kind === 'ready');
  return session.state;
}

describe('what is said while something loads', () => {
  it('is how it ended, once', async () => {
    await using service = await startService(OPTIONS);
    const { session, states } = sessionAt(service.baseUrl);
    await session.open(production);
    await session.loadAll(new AbortController().signal, async () => await Promise.resolve(true));
    assert.deepEqual(said(states), ['20 loaded, more on the service', '95 loaded, all']);
  });

  it('is what failed and what helps, once', async () => {
    await using service = await startService(OPTIONS);
    const { session, states } = sessionAt(service.baseUrl);
    await session.open(production);
    service.inject(failures.denied);
    await session.loadOlder();
    await session.arrange({ grouping: 'day' });
    const [, failure, ...others] = said(states);
    assert.match(failure ?? '', /\. /);
    assert.equal(others.length, 0);
  });

  it('is the start and the end of a row of attempts, not each of them', async () => {
    await using service = await startService(OPTIONS);
    const { session, states } = sessionAt(service.baseUrl, { patience: brisk });
    await session.open(production);
    service.inject(failures.unavailable, { times: 3 });
    await session.loadOlder();
    assert.deepEqual(said(states).slice(1), [
      'The request failed. It is tried again.',
      '40 loaded, more on the service',
    ]);
  });

  it('names the time of the next try where the service asks to wait, and nothing while the seconds run down', async () => {
    const { kind: _, ...shown } = await loadedState();
    const loading: State = { kind: 'loading', wish: { kind: 'all' }, ...shown };
    const first: State = { ...loading, wait: { until, attempt: 2, failure: limited } };
    const second: State = { ...loading, wait: { until: until + 60_000, attempt: 3, failure: limited } };
    assert.deepEqual(said([loading, first, { ...first }, { ...first }, second, loading, { ...loading }]), [
      'The service asks to wait. Next try at 12:00:00.',
      'The service asks to wait. Next try at 12:01:00.',
      'The service answers again. Loading goes on.',
    ]);
  });

  for (const [what, change] of [
    ['a filter', async (session: Session) => await session.arrange({ filter: { statuses: ['x'] } })],
    ['a look for newer ones', async (session: Session) => void (await session.loadNewer())],
    ['no project', async (session: Session) => await session.open(undefined)],
  ] as const) {
    it(`is nothing for ${what}`, async () => {
      const { session, states } = sessionOf([[{ auth_id: 'one' }]]);
      await session.open(production);
      const before = said(states).length;
      await change(session);
      assert.equal(said(states).length, before);
    });
  }
});
