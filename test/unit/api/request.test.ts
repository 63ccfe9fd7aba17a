import assert from 'node:assert/strict';
import { startService } from '../../service/service.ts';
import { failures, status } from '../../service/statuses.ts';
import { asking, KEY, valueOf } from './asking.ts';

const keys = [KEY];

describe('a request to the service', () => {
  it('carries every parameter of the page under its documented name', async () => {
    await using service = await startService({ size: 3, keys });
    await asking(service.baseUrl).ask({
      authId: 'an id',
      days: { from: '2026-12-01', to: '2026-12-31' },
      after: { id: 'last', date: '2026-12-05T00:00:00.000Z' },
      count: 17,
    });
    assert.deepEqual(service.requests[0]?.query, {
      authId: 'an id',
      startDate: '2026-12-01',
      endDate: '2026-12-31',
      nextKey_id: 'last',
      nextKey_date: '2026-12-05T00:00:00.000Z',
      count: '17',
    });
  });

  it('carries no parameter that was not asked for', async () => {
    await using service = await startService({ size: 3, keys });
    await asking(service.baseUrl).ask();
    assert.deepEqual(service.requests[0]?.query, {});
    assert.equal(service.requests[0].path, '/v3/faceauth');
  });

  it('is a GET', async () => {
    await using service = await startService({ size: 3, keys });
    await asking(service.baseUrl).ask({ count: 1 });
    assert.equal(service.requests[0]?.method, 'GET');
  });

  it('carries the key in its own header and nowhere else', async () => {
    await using service = await startService({ size: 3, keys });
    await asking(service.baseUrl).ask({ authId: 'one', count: 1 });
    const [request] = service.requests;
    assert.ok(request);
    const { 'x-api-key': key, ...headers } = request.headers;
    assert.equal(key, KEY);
    assert.ok(!JSON.stringify([request.path, request.query, headers]).includes(KEY));
  });

  it('keeps an id of any characters as it is', async () => {
    const authId = 'a&b=c#d%20/é?"\'+ \u202e\n';
    await using service = await startService({ size: 3, keys });
    await asking(service.baseUrl).ask({ authId });
    assert.equal(service.requests[0]?.query['authId'], authId);
  });

  it('is answered with the bytes as they came', async () => {
    const body = '\ufeff[ {"data": [ ] } ]\n';
    await using service = await startService({ size: 3, keys });
    service.serveRaw(body);
    const { bytes, contentType } = valueOf(await asking(service.baseUrl).ask());
    assert.equal(Buffer.from(bytes).toString(), body);
    assert.equal(contentType, 'application/json');
  });
});

describe('the log of an exchange', () => {
  it('holds path, status, attempt, duration and how many records came', async () => {
    await using service = await startService({ size: 3, keys });
    const { ask, exchanges } = asking(service.baseUrl);
    valueOf(await ask({ days: { from: '2027-01-14', to: '2027-01-15' }, count: 2 }));
    const [exchange] = exchanges;
    assert.ok(exchange);
    const { milliseconds, ...rest } = exchange;
    assert.deepEqual(rest, {
      path: '/v3/faceauth?startDate=2027-01-14&endDate=2027-01-15&count=2',
      outcome: 200,
      attempt: 1,
      records: 2,
    });
    assert.ok(Number.isInteger(milliseconds) && milliseconds >= 0);
  });

  it('counts the broken records too', async () => {
    await using service = await startService({ size: 3, keys });
    service.serveRaw('[{"data":[{"auth_id":"one"},null]},5]');
    const { ask, exchanges } = asking(service.baseUrl);
    valueOf(await ask());
    assert.equal(exchanges[0]?.records, 3);
  });

  for (const [body, problem] of [
    ['<html>', 'unexpected.notJson'],
    ['{}', 'unexpected.wrongShape'],
    ['{"data":"c2VjcmV0"}', 'unexpected.encrypted'],
  ] as const) {
    it(`tells why an answer is none, beside its status: ${problem}`, async () => {
      await using service = await startService({ size: 3, keys });
      service.serveRaw(body);
      const { ask, exchanges } = asking(service.baseUrl);
      await ask();
      const [exchange] = exchanges;
      assert.deepEqual([exchange?.outcome, exchange?.problem, exchange?.records], [200, problem, undefined]);
    });
  }

  it('tells no problem beside the status of a refusal', async () => {
    await using service = await startService({ size: 3, keys });
    service.inject(failures.forbidden);
    const { ask, exchanges } = asking(service.baseUrl);
    await ask();
    const [exchange] = exchanges;
    assert.deepEqual([exchange?.outcome, exchange?.problem, exchange?.records], [403, undefined, undefined]);
  });

  it('holds neither the key nor an id', async () => {
    await using service = await startService({ size: 3, keys });
    const { ask, exchanges } = asking(service.baseUrl);
    await ask({ authId: 'SECRET-ID' });
    await ask({ after: { id: 'SECRET-ID', date: 'SECRET-DATE' } });
    assert.equal(exchanges[0]?.path, '/v3/faceauth?authId=…');
    assert.equal(exchanges[1]?.path, '/v3/faceauth?nextKey_id=…&nextKey_date=…');
    assert.ok(!JSON.stringify(exchanges).includes(KEY));
  });

  it('holds no id either when the service makes its trace ID of one', async () => {
    await using service = await startService({ size: 3, keys });
    const { ask, exchanges } = asking(service.baseUrl);
    const after = { id: 'SECRET-ID', date: 'SECRET-DATE' };
    for (const traceId of ['of-SECRET-ID', 'of-secret-id', 'of-SECRET-DATE']) {
      service.inject(status(422, { traceId }), { times: 1 });
      await ask({ after });
    }
    service.inject(status(422, { traceId: 'of-its-own' }), { times: 1 });
    await ask({ after });
    assert.deepEqual(
      exchanges.map(({ traceId }) => traceId),
      ['…', '…', '…', 'of-its-own'],
    );
  });
});
