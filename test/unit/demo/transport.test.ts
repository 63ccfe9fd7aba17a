import assert from 'node:assert/strict';
import { startService } from '../../service/service.ts';
import { drip, huge, redirect, resetAtOnce, resetMidBody, slowHeaders } from '../../service/transport.ts';
import { get, read } from './reading.ts';

const MEBIBYTE = 1024 * 1024;

// The codes of an error and of its causes, outermost first.
function codesOf(error: unknown): unknown[] {
  if (!(error instanceof Error)) return [];
  return ['code' in error ? error.code : error.name, ...codesOf(error.cause)];
}

async function failureOf(promise: Promise<unknown>): Promise<unknown[]> {
  return promise.then(
    () => assert.fail('should have failed'),
    (error: unknown) => codesOf(error),
  );
}

async function bytesOf(response: Response): Promise<number> {
  const sizes: number[] = [];
  for await (const chunk of response.body ?? []) sizes.push(Buffer.from(chunk).byteLength);
  return sizes.reduce((sum, size) => sum + size, 0);
}

describe('over the wire the test service', () => {
  it('answers as the demo service does and keeps what was asked', async () => {
    await using service = await startService({ size: 30 });
    const { json } = await read(fetch(get({ count: '100' }, service.baseUrl)));
    assert.deepEqual(json, [{ faceAuth_projectId: 'demo_project', data: service.recordsAt(0, 30) }]);
    const [request] = service.requests;
    assert.equal(request?.method, 'GET');
    assert.equal(request.path, '/v3/faceauth');
    assert.deepEqual(request.query, { count: '100' });
    assert.equal(request.headers['x-api-key'], 'demo-key-for-synthetic-data');
    assert.ok(Math.abs(request.at - Date.now()) < 60_000);
  });

  it('opens to the keys it was given and to no other', async () => {
    await using service = await startService({ size: 3, keys: ['one', 'two'] });
    const status = async (key: string) => (await read(fetch(get({}, service.baseUrl, key)))).status;
    assert.deepEqual([await status('one'), await status('two'), await status('three')], [200, 200, 400]);
  });

  it('refuses connections while told to, then takes them again on the same port', async () => {
    await using service = await startService({ size: 3 });
    await read(fetch(get({}, service.baseUrl)));
    await service.refuse();
    assert.ok((await failureOf(fetch(get({}, service.baseUrl)))).includes('ECONNREFUSED'));
    await service.reopen();
    assert.equal((await read(fetch(get({}, service.baseUrl)))).status, 200);
  });

  it('closes while an answer is still under way', async () => {
    const service = await startService({ size: 3 });
    service.inject(slowHeaders(60_000));
    const waiting = failureOf(fetch(get({}, service.baseUrl)));
    while (service.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await service.close();
    assert.ok((await waiting).length > 0);
  });
});

describe('the test service can', () => {
  it('reset the connection before the head', async () => {
    await using service = await startService({ size: 3 });
    service.inject(resetAtOnce());
    assert.ok(
      (await failureOf(fetch(get({}, service.baseUrl)))).some((code) => /ECONNRESET|UND_ERR/.test(String(code))),
    );
  });

  it('reset the connection in the middle of the body', async () => {
    await using service = await startService({ size: 300 });
    service.inject(resetMidBody());
    const response = await fetch(get({}, service.baseUrl));
    assert.equal(response.status, 200);
    assert.ok((await failureOf(response.text())).some((code) => /ECONNRESET|UND_ERR/.test(String(code))));
  });

  it('keep silent before the head', async () => {
    await using service = await startService({ size: 3 });
    service.inject(slowHeaders(200));
    const started = performance.now();
    assert.equal((await read(fetch(get({}, service.baseUrl)))).status, 200);
    assert.ok(performance.now() - started > 190);
  });

  it('drip the body, so that a time-out of the client falls into it', async () => {
    await using service = await startService({ size: 300 });
    const whole = (await read(fetch(get({}, service.baseUrl)))).text;
    service.inject(drip(100_000, 5));
    assert.equal((await read(fetch(get({}, service.baseUrl)))).text, whole);
    service.setFault(drip(1, 50));
    const response = await fetch(get({}, service.baseUrl), { signal: AbortSignal.timeout(1000) });
    assert.equal(response.status, 200);
    assert.ok((await failureOf(response.text())).includes(DOMException.TIMEOUT_ERR));
  });

  for (const declareLength of [true, false]) {
    it(`send 65 MiB ${declareLength ? 'and say so before' : 'without saying so before'}`, async () => {
      await using service = await startService({ size: 3 });
      service.inject(huge({ declareLength }));
      const response = await fetch(get({}, service.baseUrl));
      assert.equal(response.headers.get('content-length'), declareLength ? String(65 * MEBIBYTE) : null);
      assert.equal(await bytesOf(response), 65 * MEBIBYTE);
    }).timeout(20_000);
  }

  it('send a huge body that is valid JSON to its last byte', async () => {
    await using service = await startService({ size: 3 });
    service.inject(huge({ bytes: 200_001, declareLength: false }));
    const { text, json } = await read(fetch(get({}, service.baseUrl)));
    assert.equal(text.length, 200_001);
    assert.deepEqual(json, [{ faceAuth_projectId: 'demo_project', data: [] }]);
  });

  for (const status of [301, 302, 307, 308]) {
    it(`redirect to another host with ${status}`, async () => {
      await using service = await startService({ size: 3 });
      service.inject(redirect(status, 'http://other.invalid/v3/faceauth'));
      const response = await fetch(get({}, service.baseUrl));
      assert.equal(response.status, status);
      assert.equal(response.headers.get('location'), 'http://other.invalid/v3/faceauth');
    });
  }
});
