import assert from 'node:assert/strict';
import { explain } from '../../../src/api/explain.ts';
import { reasonOf, type Failure } from '../../../src/api/failure.ts';
import { usualPatience } from '../../../src/api/retry.ts';
import type { Fault } from '../../service/exchange.ts';
import { startService } from '../../service/service.ts';
import { encrypted, raw, shape } from '../../service/shapes.ts';
import { failures, html, rateLimited, status } from '../../service/statuses.ts';
import { huge, redirect, resetAtOnce, resetMidBody, slowHeaders } from '../../service/transport.ts';
import { asking, failureOf, KEY } from './asking.ts';
import type { Reason } from './everyFailure.ts';

// In no failure may a word of the body be found, but for the service's own message.
const BODY = 'BODY-TEXT';
const page = `<html><body>${BODY}</body></html>`;

const table: readonly (readonly [what: string, fault: Fault, reason: Reason])[] = [
  ['400 of an unknown project', failures.projectNotFound, 'keyNotAccepted'],
  ['401', failures.unauthorized, 'keyNotAccepted'],
  ['403 Forbidden', failures.forbidden, 'keyNotAccepted'],
  ['403 without a body', status(403, ''), 'keyNotAccepted'],
  ['403 with an explicit deny', failures.denied, 'addressNotAllowed'],
  ['403 with an explicit deny of a gateway', failures.deniedByGateway, 'addressNotAllowed'],
  ['403 with another message', status(403, { message: 'Not on Sundays', more: BODY }), 'refused'],
  ['400 with another message', failures.badRequest, 'refused'],
  ['404', failures.notFound, 'refused'],
  ['404 with a page', status(404, page), 'refused'],
  ['413', failures.tooLarge, 'refused'],
  ['429', rateLimited(), 'rateLimited'],
  ['500', failures.broken, 'serviceDown'],
  ['500 with a code only', failures.brokenCodeOnly, 'serviceDown'],
  ['500 without a body', failures.emptyBody, 'serviceDown'],
  ['500 with a body of odd types', status(500, { traceId: 5, message: [BODY], errorCode: null }), 'serviceDown'],
  ['500 with null', status(500, 'null'), 'serviceDown'],
  ['502 with a page', html(502, BODY), 'serviceDown'],
  ['503', failures.unavailable, 'serviceDown'],
  ['a redirect', redirect(302, `https://other.invalid/${BODY}`), 'unexpected.redirect'],
  ['a reset before the head', resetAtOnce(), 'unreachable.reset'],
  ['a reset in the body', resetMidBody(), 'unreachable.reset'],
  ['silence', slowHeaders(30_000), 'tooSlow'],
  ['a huge body', huge({ declareLength: true }), 'unexpected.tooLarge'],
  ['a page in place of JSON', raw(page, 'text/html; charset=utf-8'), 'unexpected.notJson'],
  ['an empty body', raw(''), 'unexpected.notJson'],
  ['204', status(204, ''), 'unexpected.notJson'],
  ['another JSON', shape({ hello: BODY }), 'unexpected.wrongShape'],
  ['an encrypted body', encrypted(), 'unexpected.encrypted'],
];

async function failureAt(baseUrl: string, timeoutSeconds = 20): Promise<Failure> {
  return failureOf(await asking(baseUrl, { timeoutSeconds }).ask({ count: 1 }));
}

describe('what the client makes of', () => {
  for (const [what, fault, reason] of table) {
    it(`${what} is ${reason}, without the key and the body`, async () => {
      await using service = await startService({ size: 300, keys: [KEY] });
      service.inject(fault);
      const failure = await failureAt(service.baseUrl, reason === 'tooSlow' ? 0.1 : 20);
      assert.equal(reasonOf(failure), reason);
      const told = JSON.stringify([failure, explain(failure)]);
      assert.ok(!told.includes(KEY) && !told.includes(BODY), told);
    });
  }

  it('a closed port is unreachable.refused, with the code and the host', async () => {
    const service = await startService({ size: 1 });
    await service.close();
    assert.deepEqual(await failureAt(service.baseUrl), {
      kind: 'unreachable',
      cause: 'refused',
      code: 'ECONNREFUSED',
      host: '127.0.0.1',
    });
  });

  it('a name that nobody has is unreachable.name, with the name', async () => {
    const failure = await failureAt('https://faceauth.invalid/v3');
    assert.equal(reasonOf(failure), 'unreachable.name');
    assert.match(explain(failure).summary, /faceauth\.invalid/);
  });

  it('a port without TLS is a matter of the network, not of a certificate', async () => {
    await using service = await startService({ size: 1 });
    assert.equal(reasonOf(await failureAt(service.baseUrl.replace('http:', 'https:'))), 'unreachable.network');
  });
});

describe('what the service says about its failure', () => {
  it('is kept: status, trace ID, code and message', async () => {
    await using service = await startService({ size: 1, keys: [KEY] });
    service.inject(failures.projectNotFound);
    assert.deepEqual(await failureAt(service.baseUrl), {
      kind: 'keyNotAccepted',
      status: 400,
      traceId: '0199cb93-bdf1-77ef-8cd4-3d38dec61830',
      errorCode: 'NOT_FOUND',
      message: 'faceAuth_project not found',
    });
  });

  it('is kept from a gateway that writes its message with a capital', async () => {
    await using service = await startService({ size: 1, keys: [KEY] });
    service.inject(status(404, { Message: 'No such stage' }));
    assert.match(explain(await failureAt(service.baseUrl)).summary, /No such stage/);
  });

  it('reaches the log as trace ID', async () => {
    await using service = await startService({ size: 1, keys: [KEY] });
    service.inject(failures.broken);
    const { ask, exchanges } = asking(service.baseUrl);
    await ask();
    assert.deepEqual([exchanges[0]?.outcome, exchanges[0]?.traceId], [500, '0199cb93-bdf1-77ef-8cd4-3d38dec61830']);
  });

  it('is of bounded length in the failure and in the log', async () => {
    const long = 'x'.repeat(20_000);
    await using service = await startService({ size: 1, keys: [KEY] });
    service.inject(status(400, { traceId: long, errorCode: long, message: long }));
    const { ask, exchanges } = asking(service.baseUrl);
    const failure = failureOf(await ask());
    assert.ok(JSON.stringify(failure).length < 4000);
    assert.ok(JSON.stringify(exchanges).length < 2000);
  });
});

describe('a service that echoes the key', () => {
  const secret = 'k"e\\y/with+odd=signs-and-some-more-length';

  for (const [how, text] of [
    ['as it is', JSON.stringify(secret)],
    ['with escaped slashes', JSON.stringify(secret).replaceAll('/', String.raw`\/`)],
    ['letter by letter', `"${secret.replaceAll(/./g, (one) => `\\u00${one.charCodeAt(0).toString(16)}`)}"`],
  ] as const) {
    it(`${how} does not bring it into the failure or the log`, async () => {
      await using service = await startService({ size: 1 });
      service.inject(status(400, `{"traceId":${text},"errorCode":${text},"message":${text}}`));
      const { ask, exchanges } = asking(service.baseUrl, { key: secret });
      const failure = failureOf(await ask());
      assert.equal(failure.kind === 'refused' && failure.message, '…');
      const told = JSON.stringify([failure, explain(failure), exchanges]);
      assert.ok(!told.includes('odd') && !told.includes('signs'), told);
    });
  }

  it('in its content type does not bring it into the failure, not even in part', async () => {
    await using service = await startService({ size: 1 });
    service.inject(raw('no JSON', `application/vnd.something-of-some-length-${'KEY'.repeat(30)}`));
    const failure = failureOf(await asking(service.baseUrl, { key: 'KEY'.repeat(30) }).ask());
    assert.ok(!JSON.stringify(failure).includes('KEY'));
  });
});

describe('an error of the connection', () => {
  for (const [code, reason] of [
    ['ENOTFOUND', 'unreachable.name'],
    ['EAI_AGAIN', 'unreachable.name'],
    ['ECONNREFUSED', 'unreachable.refused'],
    ['ECONNRESET', 'unreachable.reset'],
    ['EPIPE', 'unreachable.reset'],
    ['UND_ERR_SOCKET', 'unreachable.reset'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'unreachable.certificate'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'unreachable.certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unreachable.certificate'],
    ['CERT_HAS_EXPIRED', 'unreachable.certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'unreachable.certificate'],
    ['ERR_PROXY_CONNECTION_FAILED', 'unreachable.proxy'],
    ['UND_ERR_ABORTED', 'unreachable.proxy'],
    ['ENETUNREACH', 'unreachable.network'],
    ['ETIMEDOUT', 'unreachable.network'],
  ] as const) {
    it(`with the code ${code} is ${reason}, however deep the code is`, async () => {
      for (const error of [
        Object.assign(new Error(KEY), { code }),
        new TypeError('fetch failed', { cause: Object.assign(new Error(KEY), { code }) }),
        new TypeError('fetch failed', { cause: new AggregateError([Object.assign(new Error(KEY), { code })]) }),
      ]) {
        const { ask } = asking('https://host.example', { send: async () => await Promise.reject(error) });
        const failure = failureOf(await ask());
        assert.equal(reasonOf(failure), reason);
        assert.equal(failure.kind === 'unreachable' && failure.code, code);
        assert.ok(!JSON.stringify(failure).includes(KEY));
      }
    });
  }

  it('without a code is named by its kind', async () => {
    const { ask } = asking('https://host.example', { send: async () => await Promise.reject(new RangeError(KEY)) });
    const failure = failureOf(await ask());
    assert.deepEqual(failure, { kind: 'unreachable', cause: 'network', code: 'RangeError', host: 'host.example' });
  });
});

describe('a proxy that wants to know who asks', () => {
  it('is told from the service, also where it answers by itself', async () => {
    const { ask } = asking('https://host.example', { send: async () => new Response(page, { status: 407 }) });
    const failure = failureOf(await ask());
    assert.deepEqual(failure, { kind: 'unreachable', cause: 'proxy', code: 'HTTP 407', host: 'host.example' });
  });
});

describe('the patience of a person', () => {
  it('is four attempts and at most a minute for one pause', () => {
    assert.deepEqual([usualPatience.attempts, usualPatience.longestPause], [4, 60_000]);
  });
});
