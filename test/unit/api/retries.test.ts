import assert from 'node:assert/strict';
import type { Fault } from '../../service/exchange.ts';
import { startService } from '../../service/service.ts';
import { raw, shape } from '../../service/shapes.ts';
import { failures, html, rateLimited, status } from '../../service/statuses.ts';
import { redirect, resetAtOnce, resetMidBody, slowHeaders } from '../../service/transport.ts';
import { asking, brisk, failureOf, KEY, valueOf } from './asking.ts';
import { classifyStatus } from '../../../src/api/classify.ts';
import { inZone } from '../submissions/zone.ts';

const keys = [KEY];

describe('what may pass by itself', () => {
  const passing: readonly (readonly [string, Fault])[] = [
    ['429', rateLimited()],
    ['429 with Retry-After: 0', rateLimited(0)],
    ['429 with a date that has passed', rateLimited(new Date(0))],
    ['500', failures.broken],
    ['502', failures.badGateway],
    ['503', failures.unavailable],
    ['408', status(408, '', { connection: 'close' })],
    ['425', status(425, '', { 'retry-after': '0' })],
    ['200 with an error that names a status', shape({ statusCode: 503, message: 'Service Unavailable' })],
    ['200 with an error that asks to wait', shape({ message: 'Too many requests' })],
    ['200 with an error that says time-out', shape({ message: 'Endpoint request timed out' })],
    ['a reset before the head', resetAtOnce()],
    ['a reset in the body', resetMidBody()],
  ];
  for (const [what, fault] of passing) {
    it(`is tried again: ${what}`, async () => {
      await using service = await startService({ size: 300, keys });
      service.inject(fault, { times: 2 });
      const { ask, exchanges } = asking(service.baseUrl, { patience: brisk });
      valueOf(await ask({ count: 300 }));
      assert.deepEqual(
        exchanges.map(({ attempt }) => attempt),
        [1, 2, 3],
      );
    });
  }

  it('is tried four times and no more, then its failure stands', async () => {
    await using service = await startService({ size: 1, keys });
    service.inject(failures.unavailable);
    const failure = failureOf(await asking(service.baseUrl, { patience: brisk }).ask());
    assert.equal(failure.kind, 'serviceDown');
    assert.equal(service.requests.length, 4);
  });

  it('is also a closed port', async () => {
    const service = await startService({ size: 1 });
    await service.close();
    const { ask, exchanges } = asking(service.baseUrl, { patience: brisk });
    await ask();
    assert.equal(exchanges.length, 4);
  });
});

describe('what will not pass by itself', () => {
  const lasting: readonly (readonly [string, Fault])[] = [
    ['a wrong key', failures.projectNotFound],
    ['401', failures.unauthorized],
    ['403', failures.forbidden],
    ['a denied address', failures.denied],
    ['404', failures.notFound],
    ['413', failures.tooLarge],
    ['a page in place of JSON', raw('<html>', 'text/html')],
    ['another JSON', shape({})],
    ['200 with another error', shape({ errorCode: 'X', message: 'no' })],
    ['403 of a proxy', html(403, 'Blocked')],
    ['a damaged body', status(200, '[]', { 'content-encoding': 'gzip' })],
    ['a redirect', redirect(307, 'http://other.invalid/')],
    ['silence', slowHeaders(30_000)],
  ];
  for (const [what, fault] of lasting) {
    it(`is asked once: ${what}`, async () => {
      await using service = await startService({ size: 1, keys });
      service.inject(fault);
      // Long enough for a question to arrive on a busy machine.
      const timeoutSeconds = what === 'silence' ? 1 : 20;
      const { ask, waits } = asking(service.baseUrl, { patience: brisk, timeoutSeconds });
      failureOf(await ask());
      assert.equal(service.requests.length, 1);
      assert.equal(waits.length, 0);
    });
  }

  for (const [code, attempts] of [
    ['CERT_HAS_EXPIRED', 1],
    ['EPROTO', 1],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 1],
    ['UND_ERR_HEADERS_TIMEOUT', 1],
    ['UND_ERR_BODY_TIMEOUT', 1],
    ['ERR_PROXY_CONNECTION_FAILED', 1],
    ['ENOTFOUND', 4],
  ] as const) {
    it(`counts for an error of the connection: ${code} is met ${attempts} times`, async () => {
      const send = async (): Promise<Response> => await Promise.reject(Object.assign(new Error('no'), { code }));
      const { ask, exchanges } = asking('https://host.example', { send, patience: brisk });
      await ask();
      assert.equal(exchanges.length, attempts);
    });
  }
});

describe('Retry-After', () => {
  it('in seconds is honoured, never earlier', async () => {
    await using service = await startService({ size: 1, keys });
    service.inject(rateLimited(1), { times: 1 });
    valueOf(await asking(service.baseUrl, { patience: brisk }).ask());
    const [first, second] = service.requests;
    assert.ok(first && second && second.at - first.at >= 1000);
  });

  it('in the form of a date is honoured, never earlier', async () => {
    await using service = await startService({ size: 1, keys });
    // HTTP dates are whole seconds.
    const until = Math.ceil(Date.now() / 1000 + 0.2) * 1000;
    service.inject(rateLimited(new Date(until)), { times: 1 });
    valueOf(await asking(service.baseUrl, { patience: brisk }).ask());
    assert.ok((service.requests[1]?.at ?? 0) >= until);
  });

  const retryAt = (retryAfter: string): number | undefined => {
    const now = Date.UTC(2025, 9, 2, 10);
    const refusal = { status: 429, contentType: '', body: '', hide: String, host: 'host.example' };
    const failure = inZone('Asia/Seoul', () => classifyStatus({ ...refusal, retryAfter, now }));
    assert.ok(failure.kind === 'rateLimited');
    return failure.retryAt;
  };

  for (const text of [
    'Thu Oct  2 10:01:00 2025',
    'Thu, 02 Oct 2025 10:01:00',
    '2025-10-02T10:01:00',
    '2025-10-02 10:01:00',
  ]) {
    it(`without a zone is UTC on every machine: ${text}`, () => {
      assert.equal(retryAt(text), Date.UTC(2025, 9, 2, 10, 1));
    });
  }

  for (const text of ['60', 'Thu, 02 Oct 2025 10:01:00 GMT', '2025-10-02T10:01:00Z']) {
    it(`that was sent twice counts once: ${text}`, () => {
      assert.equal(retryAt(`${text}, ${text}`), Date.UTC(2025, 9, 2, 10, 1));
    });
  }

  for (const text of ['1759399260', '1759399260000']) {
    it(`of so many digits is a time since 1970 and no pause of years: ${text}`, () => {
      assert.equal(retryAt(text), Date.UTC(2025, 9, 2, 10, 1));
    });
  }

  it('of so many digits that it is neither a pause nor a time of this year is as good as none', () => {
    assert.equal(retryAt('999999999'), undefined);
    assert.equal(retryAt('1700000000000'), undefined);
  });

  for (const [form, retryAfter] of [
    ['seconds', () => 3600],
    ['the form of a date', () => new Date(Date.now() + 3_600_000)],
  ] as const) {
    it(`in ${form} that is too long to wait for ends the attempts at once and says until when`, async () => {
      await using service = await startService({ size: 1, keys });
      service.inject(rateLimited(retryAfter()));
      const { ask, waits } = asking(service.baseUrl, { patience: brisk });
      const failure = failureOf(await ask());
      assert.ok(failure.kind === 'rateLimited' && failure.retryAt !== undefined);
      assert.ok(Math.abs(failure.retryAt - Date.now() - 3_600_000) < 5000);
      assert.deepEqual([service.requests.length, waits.length], [1, 0]);
    });
  }

  for (const value of ['soon', '', '9e99', 'NaN', '"60"', '0x10', '60s', '5; 5', '12 34', 'Infinity']) {
    it(`of ${JSON.stringify(value)} is as good as none`, async () => {
      const send = async (): Promise<Response> => new Response('', { status: 429, headers: { 'retry-after': value } });
      const failure = failureOf(await asking('https://host.example', { send, patience: brisk }).ask());
      assert.deepEqual(failure, { kind: 'rateLimited', status: 429, attempts: 4 });
    });
  }
});
