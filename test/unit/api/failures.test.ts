import assert from 'node:assert/strict';
import { explain } from '../../../src/api/explain.ts';
import { reasonOf, refusesKey, type Failure } from '../../../src/api/failure.ts';
import { usualPatience } from '../../../src/api/retry.ts';
import type { Fault } from '../../service/exchange.ts';
import { startService } from '../../service/service.ts';
import { encrypted, raw, shape } from '../../service/shapes.ts';
import { failures, html, rateLimited, status } from '../../service/statuses.ts';
import { huge, redirect, resetAtOnce, resetMidBody, slowHeaders } from '../../service/transport.ts';
import { asking, failureOf, KEY } from './asking.ts';
import { everyFailure, type Reason } from './everyFailure.ts';

// No failure may hold a word of the body, except for the service's own message.
const BODY = 'BODY-TEXT';
const page = `<html><body>${BODY}</body></html>`;

const table: readonly (readonly [what: string, fault: Fault, reason: Reason])[] = [
  ['400 of an unknown project', failures.projectNotFound, 'keyNotAccepted'],
  ['404 of an unknown project', status(404, { message: 'faceAuth_project not found' }), 'keyNotAccepted'],
  ['400 with that message as its code', status(400, { errorCode: 'faceAuth_project not found' }), 'keyNotAccepted'],
  ['400 with that message as a JSON text', status(400, '"faceAuth_project not found"'), 'keyNotAccepted'],
  ['400 with that message as a text', status(400, 'faceAuth_project not found'), 'keyNotAccepted'],
  ['400 with that message in an error', status(400, { errors: ['faceAuth_project not found'] }), 'keyNotAccepted'],
  ['401', failures.unauthorized, 'keyNotAccepted'],
  ['403 Forbidden', failures.forbidden, 'keyNotAccepted'],
  ['403 Forbidden with a full stop', status(403, { message: 'Forbidden.' }), 'keyNotAccepted'],
  ['403 with that word as its code', status(403, { errorCode: 'Forbidden' }), 'keyNotAccepted'],
  ['403 with that word as its error message', status(403, { errorMessage: 'Forbidden' }), 'keyNotAccepted'],
  ['403 without a body', status(403, ''), 'refused'],
  ['403 with a page of a proxy', html(403, `Forbidden ${BODY}`), 'refused'],
  ['403 with a code of a gateway', status(403, { errorCode: 'FORBIDDEN_IP' }), 'refused'],
  ['403 with a number for a code', status(403, { errorCode: 1020 }), 'refused'],
  ['403 with more words than one', status(403, { message: 'Forbidden by the policy of the company' }), 'refused'],
  ['403 with the word of another server', status(403, { status: 403, error: 'Forbidden' }), 'refused'],
  ['403 with the word inside of another error', status(403, { error: { message: 'Forbidden' } }), 'refused'],
  ['403 Forbidden with its status', status(403, { message: 'Forbidden', statusCode: 403 }), 'keyNotAccepted'],
  ['408', status(408, ''), 'serviceDown'],
  ['425', status(425, ''), 'serviceDown'],
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
  [
    '500 with a body of odd types',
    status(500, { traceId: 5, message: { more: BODY }, errorCode: null }),
    'serviceDown',
  ],
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
  ['another JSON', shape({ hello: BODY }), 'unexpected.wrongShape'],
  ['an encrypted body', encrypted(), 'unexpected.encrypted'],
  ['a body that is not packed as it says', status(200, page, { 'content-encoding': 'gzip' }), 'damaged'],
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

  it('a port without TLS is a matter of TLS, neither of the network nor of a certificate', async () => {
    await using service = await startService({ size: 1 });
    assert.equal(reasonOf(await failureAt(service.baseUrl.replace('http:', 'https:'))), 'unreachable.tls');
  });
});

describe('what the service says about its failure', () => {
  it('is kept: status, trace ID, code and message', async () => {
    await using service = await startService({ size: 1, keys: [KEY] });
    service.inject(failures.projectNotFound);
    assert.deepEqual(await failureAt(service.baseUrl), {
      kind: 'keyNotAccepted',
      host: new URL(service.baseUrl).host,
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

  it('is kept from a code that is a number', async () => {
    await using service = await startService({ size: 1, keys: [KEY] });
    service.inject(status(400, { errorCode: 4012 }));
    const failure = failureOf(await asking(service.baseUrl).ask());
    assert.deepEqual(failure, { kind: 'refused', status: 400, errorCode: '4012' });
    assert.match(explain(failure).summary, /HTTP 400, 4012/);
  });

  it('is told by its status where the body that says more is damaged', async () => {
    await using service = await startService({ size: 1, keys: [KEY] });
    service.inject(status(401, '{', { 'content-encoding': 'gzip' }));
    const { host } = new URL(service.baseUrl);
    assert.deepEqual(await failureAt(service.baseUrl), { kind: 'keyNotAccepted', host, status: 401 });
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

describe('whether the service refused the key', () => {
  for (const [reason, failure] of Object.entries(everyFailure)) {
    it(`is ${reason === 'keyNotAccepted'} for ${reason}`, () => {
      assert.equal(refusesKey(failure), reason === 'keyNotAccepted');
    });
  }
});

describe('the patience of a person', () => {
  it('is four attempts and at most a minute for one pause', () => {
    assert.deepEqual([usualPatience.attempts, usualPatience.longestPause], [4, 60_000]);
  });
});
