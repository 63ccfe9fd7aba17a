import assert from 'node:assert/strict';
import { once } from 'node:events';
import { failed } from '../../../src/api/failure.ts';
import { startService } from '../../service/service.ts';
import { edited } from '../../service/shapes.ts';
import { failures } from '../../service/statuses.ts';
import { asking, KEY } from '../api/asking.ts';
import { held, idsIn, outcomeOf, production, sessionAt, sessionWith, shownIn, staging } from './opened.ts';

const OPTIONS = { size: 95, broken: false, keys: [KEY] };

describe('looking for what came since', () => {
  it('returns its failure and shows nothing of it', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    const { state } = session;
    service.inject(failures.denied);
    assert.equal((await session.loadNewer()).failure?.kind, 'addressNotAllowed');
    assert.equal(session.state, state);
  });

  it('returns that it could not connect', async () => {
    let keys = 1;
    await using service = await startService(OPTIONS);
    const { session } = sessionWith(
      () => async (query, signal) =>
        keys-- > 0 ? await asking(service.baseUrl).client(query, signal) : failed({ kind: 'noKey' }),
    );
    await session.open(production);
    assert.deepEqual((await session.loadNewer()).failure, { kind: 'noKey' });
  });

  it('adds nothing of a walk that failed: with a part of it the next one would end there', async () => {
    await using service = await startService({ ...OPTIONS, size: 60 });
    const { session } = sessionAt(service.baseUrl);
    await session.open(production, { from: '2027-01-01', to: '2027-01-31' });
    service.inject(failures.denied);
    const fresh = (page: number) =>
      edited((elements) => elements.map((one) => ({ ...one, data: [{ auth_id: `fresh${page}` }] })));
    const stop = service.inject(fresh(1), { times: 1 });
    assert.equal((await session.loadNewer()).failure?.kind, 'addressNotAllowed');
    stop();
    assert.deepEqual([outcomeOf(session.state), session.records.known(production, 'fresh1')], ['ready', undefined]);
    service.setFault(fresh(2), { times: 1 });
    service.inject(fresh(1), { times: 1 });
    assert.equal((await session.loadNewer()).failure, undefined);
    assert.deepEqual(
      ['fresh1', 'fresh2'].map((id) => session.records.known(production, id)?.id),
      ['fresh1', 'fresh2'],
    );
  });

  it('gives way to whatever a person loads, which is no failure, and is done after that', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    const { fault, arrived, release } = held();
    service.inject(fault, { times: 1 });
    const looking = session.loadNewer();
    const gone = once(await arrived, 'abort');
    await session.loadOlder();
    await gone;
    release();
    assert.equal((await looking).failure, undefined);
    const { count, duplicates } = shownIn(session.state).loaded;
    assert.deepEqual([outcomeOf(session.state), count, duplicates], ['ready', 40, 0]);
    assert.deepEqual(
      service.requests.map(({ page }) => page),
      [1, 1, 2, 1],
    );
  });

  it('is done once, and tells both, when it is asked for twice', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    const { fault, arrived, release } = held();
    service.inject(fault, { times: 1 });
    const looks = [session.loadNewer(), session.loadNewer()];
    await arrived;
    release();
    const [first, second] = await Promise.all(looks);
    assert.equal(first, second);
    assert.equal(service.requests.length, 2);
  });

  it('adds nothing to another project that was opened meanwhile', async () => {
    await using first = await startService(OPTIONS);
    await using second = await startService({ ...OPTIONS, seed: 2 });
    const { session } = sessionAt(first.baseUrl, { other: second.baseUrl });
    await session.open(production);
    const { fault, arrived, release } = held();
    first.inject(fault);
    const looking = session.loadNewer();
    const gone = once(await arrived, 'abort');
    await session.open(staging);
    await gone;
    release();
    assert.equal((await looking).failure, undefined);
    assert.equal(idsIn(session.state).join(), second.allIds().slice(0, 20).toSorted().join());
  });

  it('gives way where it is still to connect', async () => {
    const gate = Promise.withResolvers<undefined>();
    const connecting = Promise.withResolvers<undefined>();
    let connections = 0;
    await using service = await startService(OPTIONS);
    const { session } = sessionWith((_, { attempts }) => async (query, signal) => {
      connections++;
      if (attempts === 1) {
        connecting.resolve(undefined);
        await gate.promise;
      }
      return await asking(service.baseUrl).client(query, signal);
    });
    await session.open(production);
    const looking = session.loadNewer();
    await connecting.promise;
    await session.loadOlder();
    gate.resolve(undefined);
    assert.equal((await looking).failure, undefined);
    assert.deepEqual([connections, service.requests.length], [4, 3]);
  });
});
