import assert from 'node:assert/strict';
import { type Fault, when } from '../../service/exchange.ts';
import { startService } from '../../service/service.ts';
import { failures, html, rateLimited, status } from '../../service/statuses.ts';
import { get, read } from './reading.ts';

async function answerOf(fault: Fault): Promise<{ status: number; text: string; headers: Headers }> {
  await using service = await startService({ size: 10 });
  service.inject(fault);
  const response = await fetch(get({}, service.baseUrl));
  return { status: response.status, text: await response.text(), headers: response.headers };
}

describe('the test service answers with the failure that was asked for:', () => {
  const expected: [keyof typeof failures, number, RegExp][] = [
    [
      'projectNotFound',
      400,
      /"traceId":"[-0-9a-f]{36}","errorCode":"NOT_FOUND","message":"faceAuth_project not found"/,
    ],
    ['badRequest', 400, /"errorCode":"INVALID_PARAMETER"/],
    ['unauthorized', 401, /"Unauthorized","statusCode":401/],
    ['forbidden', 403, /^{"message":"Forbidden"}$/],
    ['denied', 403, /"message":".*explicit deny","statusCode":403/],
    ['deniedByGateway', 403, /"Message":".*explicit deny"/],
    ['notFound', 404, /"statusCode":404/],
    ['tooLarge', 413, /^{"errorCode":"PAYLOAD_TOO_LARGE"}$/],
    ['broken', 500, /"traceId"/],
    ['brokenCodeOnly', 500, /^{"errorCode":"INTERNAL"}$/],
    ['badGateway', 502, /^<html>[^]*<h1>502 Bad Gateway<\/h1>/],
    ['unavailable', 503, /"statusCode":503/],
    ['emptyBody', 500, /^$/],
  ];

  for (const [name, code, text] of expected) {
    it(`${name} is a ${code}`, async () => {
      const answer = await answerOf(failures[name]);
      assert.equal(answer.status, code);
      assert.match(answer.text, text);
    });
  }

  it('all of them are covered here', () => {
    assert.deepEqual(expected.map(([name]) => name).toSorted(), Object.keys(failures).toSorted());
  });

  it('HTML says that it is HTML', async () => {
    assert.match((await answerOf(html(504, 'Gateway Time-out'))).headers.get('content-type') ?? '', /^text\/html/);
  });

  it('any other status with any body and headers', async () => {
    const answer = await answerOf(status(418, 'short', { 'x-more': 'yes' }));
    assert.deepEqual([answer.status, answer.text, answer.headers.get('x-more')], [418, 'short', 'yes']);
  });

  it('429 with Retry-After as seconds, as an HTTP date, or without', async () => {
    const retryAfter = async (value?: number | Date) => (await answerOf(rateLimited(value))).headers.get('retry-after');
    assert.equal(await retryAfter(7), '7');
    assert.equal(await retryAfter(new Date(Date.UTC(2027, 0, 15, 12))), 'Fri, 15 Jan 2027 12:00:00 GMT');
    assert.equal(await retryAfter(), null);
    assert.equal((await answerOf(rateLimited())).status, 429);
  });
});

describe('a fault of the test service', () => {
  const codes = async (base: string, queries: Record<string, string>[]) => {
    const answers: number[] = [];
    for (const query of queries) answers.push((await read(fetch(get(query, base)))).status);
    return answers;
  };

  it('applies always, until it is taken away', async () => {
    await using service = await startService({ size: 10 });
    const end = service.inject(failures.broken);
    assert.deepEqual(await codes(service.baseUrl, [{}, {}, {}]), [500, 500, 500]);
    end();
    assert.deepEqual(await codes(service.baseUrl, [{}]), [200]);
  });

  it('applies to the next so many requests', async () => {
    await using service = await startService({ size: 10 });
    service.inject(failures.unavailable, { times: 2 });
    assert.deepEqual(await codes(service.baseUrl, [{}, {}, {}]), [503, 503, 200]);
  });

  it('applies to look-ups only, or to some pages only', async () => {
    await using service = await startService({ size: 10 });
    const key = (index: number) => ({
      count: '2',
      nextKey_id: service.records.id(index),
      nextKey_date: new Date(service.records.time(index)).toISOString(),
    });
    const queries = [{ count: '2' }, key(1), key(3), { authId: service.records.id(0) }];
    service.setFault(failures.broken, { when: when.lookUp });
    assert.deepEqual(await codes(service.baseUrl, queries), [200, 200, 200, 500]);
    service.setFault(failures.broken, { when: when.fromPage(2) });
    assert.deepEqual(await codes(service.baseUrl, queries), [200, 500, 500, 200]);
    service.setFault(failures.broken, { when: when.page(2) });
    assert.deepEqual(await codes(service.baseUrl, queries), [200, 500, 200, 200]);
    service.setFault();
    assert.deepEqual(await codes(service.baseUrl, queries), [200, 200, 200, 200]);
  });

  it('stands before those injected earlier', async () => {
    await using service = await startService({ size: 10 });
    service.inject(failures.broken);
    service.inject(rateLimited(1), { times: 1 });
    assert.deepEqual(await codes(service.baseUrl, [{}, {}]), [429, 500]);
  });

  it('that throws cuts the connection instead of leaving the client waiting', async () => {
    await using service = await startService({ size: 10 });
    service.inject(() => Promise.reject(new Error('a mistake in a test')));
    await assert.rejects(fetch(get({}, service.baseUrl)));
  });
});
