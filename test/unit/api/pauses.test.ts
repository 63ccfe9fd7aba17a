import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Send } from '../../../src/api/receive.ts';
import { failed, success, type Failure, type Result } from '../../../src/api/failure.ts';
import { retrying } from '../../../src/api/retry.ts';
import { startService } from '../../service/service.ts';
import { failures, rateLimited, status } from '../../service/statuses.ts';
import { asking, brisk, failureOf, KEY, valueOf } from './asking.ts';

const keys = [KEY];
const down: Failure = { kind: 'serviceDown', status: 500 };

async function fails(): Promise<Result<string>> {
  return await Promise.resolve(failed(down));
}

describe('the pause before the next attempt', () => {
  it('is told: until when, before which attempt, and why', async () => {
    await using service = await startService({ size: 1, keys });
    service.inject(failures.unavailable, { times: 2 });
    const { ask, waits } = asking(service.baseUrl, { patience: brisk });
    const before = Date.now();
    valueOf(await ask());
    assert.deepEqual(
      waits.map(({ attempt, failure }) => [attempt, failure.kind]),
      [
        [2, 'serviceDown'],
        [3, 'serviceDown'],
      ],
    );
    assert.ok(waits.every(({ until }) => until >= before && until < before + 5000));
  });

  it('doubles, varies, and stays within its bounds', async () => {
    const pauses: number[] = [];
    const onWait = ({ until }: { readonly until: number }): void => void pauses.push(until - Date.now());
    const { signal } = new AbortController();
    for (let round = 0; round < 4; round++) {
      await retrying(fails, { attempts: 4, firstPause: 4, longestPause: 1000, onWait, signal });
    }
    for (const [index, pause] of pauses.entries()) {
      const full = 4 * 2 ** (index % 3);
      // The clock may tick between its two readings.
      assert.ok(pause > full / 2 - 3 && pause <= full, `pause ${index} of ${pause} ms`);
    }
    // Two of them may be the same by chance.
    assert.ok(new Set(pauses).size > pauses.length / 2);
  });

  it('is as long as a service in trouble asks for, too', async () => {
    await using service = await startService({ size: 1, keys });
    service.inject(status(503, { message: 'back soon' }, { 'retry-after': '7' }), { times: 1 });
    const { ask } = asking(service.baseUrl, { patience: { ...brisk, longestPause: 5000 } });
    const failure = failureOf(await ask());
    assert.equal(failure.kind, 'serviceDown');
    assert.ok('retryAt' in failure && (failure.retryAt ?? 0) > Date.now() + 5000);
    assert.equal(service.requests.length, 1);
  });

  it('ends at once when cancelled, and nothing more is asked', async () => {
    await using service = await startService({ size: 1, keys });
    service.inject(rateLimited(30));
    const abort = new AbortController();
    const onWait = (): void => {
      setImmediate(() => {
        abort.abort();
      });
    };
    const { ask } = asking(service.baseUrl, { patience: { ...brisk, onWait } });
    assert.equal(failureOf(await ask({}, abort.signal)).kind, 'cancelled');
    assert.equal(service.requests.length, 1);
    // If the pause did not end, the test would take half a minute.
  }).timeout(5000);

  it('does not begin when it was cancelled before', async () => {
    const abort = new AbortController();
    const attempts: number[] = [];
    const result = await retrying(
      async (number) => {
        attempts.push(number);
        abort.abort();
        return await fails();
      },
      { ...brisk, firstPause: 30_000, signal: abort.signal },
    );
    assert.equal(failureOf(result).kind, 'cancelled');
    assert.deepEqual(attempts, [1]);
  });

  it('leaves no listener on the signal', async () => {
    const { signal } = new AbortController();
    const calls: unknown[] = [];
    const watched = new Proxy(signal, {
      get(target, name): unknown {
        const value: unknown = Reflect.get(target, name, target);
        calls.push(name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    let left = 2;
    await retrying(async () => (left-- > 0 ? await fails() : success('done')), { ...brisk, signal: watched });
    assert.equal(calls.filter((name) => name === 'addEventListener').length, 2);
    assert.equal(calls.filter((name) => name === 'removeEventListener').length, 2);
  });
});

describe('a cancelled request', () => {
  it('asks nothing when it was cancelled before', async () => {
    await using service = await startService({ size: 1, keys });
    const failure = failureOf(await asking(service.baseUrl).ask({}, AbortSignal.abort()));
    assert.equal(failure.kind, 'cancelled');
    assert.equal(service.requests.length, 0);
  });

  it('ends at once while the service is silent, and its connection with it', async () => {
    await using service = await startService({ size: 1, keys });
    const abort = new AbortController();
    const gone = Promise.withResolvers<unknown>();
    service.inject(async ({ closed }) => {
      abort.abort();
      gone.resolve(await once(closed, 'abort'));
    });
    const { ask, exchanges } = asking(service.baseUrl, { patience: brisk });
    assert.equal(failureOf(await ask({}, abort.signal)).kind, 'cancelled');
    await gone.promise;
    assert.deepEqual(
      exchanges.map(({ outcome }) => outcome),
      ['cancelled'],
    );
  });

  it('ends at once in the middle of the body, and its connection with it', async () => {
    await using service = await startService({ size: 1, keys });
    const abort = new AbortController();
    const gone = Promise.withResolvers<unknown>();
    service.inject(async ({ reply, closed }) => {
      reply.writeHead(200, { 'content-type': 'application/json' });
      reply.write('[');
      gone.resolve(await once(closed, 'abort'));
    });
    const send: Send = async (address, init) => {
      const response = await fetch(address, init);
      setImmediate(() => {
        abort.abort();
      });
      return response;
    };
    const failure = failureOf(await asking(service.baseUrl, { send, patience: brisk }).ask({}, abort.signal));
    assert.equal(failure.kind, 'cancelled');
    await gone.promise;
    assert.equal(service.requests.length, 1);
  });
});
