import assert from 'node:assert/strict';
import { once } from 'node:events';
import { bodyLimit } from '../../../src/api/body.ts';
import type { Fault } from '../../service/exchange.ts';
import { startService } from '../../service/service.ts';
import { drip, huge, redirect, slowHeaders } from '../../service/transport.ts';
import { asking, failureOf, KEY, valueOf } from './asking.ts';

const keys = [KEY];
const MEBIBYTE = 1024 * 1024;

// The fault, and `ended`, which resolves when the client's connection has ended and rejects if no request arrived.
function watched(fault: Fault): { readonly fault: Fault; readonly ended: () => Promise<unknown> } {
  let ended: Promise<unknown> | undefined;
  return {
    ended: async () => {
      assert.ok(ended, 'no request arrived');
      await ended;
    },
    fault: async (exchange) => {
      ended = exchange.closed.aborted ? Promise.resolve() : once(exchange.closed, 'abort');
      await fault(exchange);
    },
  };
}

describe('the time-out', () => {
  for (const [what, fault] of [
    ['a service that keeps silent', slowHeaders(60_000)],
    ['a service that drips its body', drip(1, 10)],
  ] as const) {
    it(`covers ${what}, and ends the connection`, async () => {
      await using service = await startService({ size: 300, keys });
      const { fault: watchedFault, ended } = watched(fault);
      service.inject(watchedFault);
      const { ask, exchanges } = asking(service.baseUrl, { timeoutSeconds: 1 });
      assert.deepEqual(failureOf(await ask()), { kind: 'tooSlow', seconds: 1 });
      await ended();
      assert.deepEqual(
        exchanges.map(({ outcome }) => outcome),
        ['tooSlow'],
      );
      // Without the time-out it would take a minute and more.
    }).timeout(5000);
  }

  for (const timeoutSeconds of [16.1, 32.2, 64.1, 2.01, 8.03, 1.0001, 299.9999]) {
    it(`may be ${timeoutSeconds} s, which is no whole number of milliseconds as a product`, async () => {
      await using service = await startService({ size: 3, keys });
      valueOf(await asking(service.baseUrl, { timeoutSeconds }).ask({ count: 1 }));
    });
  }

  it('leaves a service alone that takes its time but not too much', async () => {
    await using service = await startService({ size: 30, keys });
    service.inject(slowHeaders(60));
    valueOf(await asking(service.baseUrl, { timeoutSeconds: 20 }).ask());
  });
});

describe('the size limit', () => {
  it('is 64 MiB', () => {
    assert.equal(bodyLimit, 64 * MEBIBYTE);
  });

  for (const declareLength of [true, false]) {
    it(`refuses 65 MiB ${declareLength ? 'before they come' : 'as they come'} and ends the connection`, async () => {
      await using service = await startService({ size: 1, keys });
      const { fault, ended } = watched(huge({ declareLength }));
      service.inject(fault);
      const failure = failureOf(await asking(service.baseUrl).ask());
      assert.ok(failure.kind === 'unexpected' && failure.cause === 'tooLarge');
      assert.deepEqual(failure.where, { limit: bodyLimit });
      assert.ok(failure.bytes > bodyLimit && failure.bytes <= 65 * MEBIBYTE);
      await ended();
    }).timeout(20_000);
  }

  it('refuses what was declared without reading any of it', async () => {
    let read = 0;
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          read++;
          controller.enqueue(new Uint8Array(10));
        },
        cancel() {
          cancelled = true;
        },
      },
      { highWaterMark: 0 },
    );
    const send = async (): Promise<Response> =>
      new Response(body, { headers: { 'content-length': String(bodyLimit + 1) } });
    assert.equal(failureOf(await asking('https://host.example', { send }).ask()).kind, 'unexpected');
    assert.deepEqual([read, cancelled], [0, true]);
  });

  it('stops an endless body just behind the limit, so that it does not fill the memory', async () => {
    const chunk = new Uint8Array(MEBIBYTE);
    let sent = 0;
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          sent += chunk.byteLength;
          controller.enqueue(chunk);
        },
        cancel() {
          cancelled = true;
        },
      },
      { highWaterMark: 0 },
    );
    const send = async (): Promise<Response> => new Response(body);
    failureOf(await asking('https://host.example', { send }).ask());
    assert.ok(sent <= bodyLimit + 2 * MEBIBYTE, `${sent} bytes were read`);
    assert.ok(cancelled);
  });

  it('holds for the body of a refusal too, which keeps its status', async () => {
    await using service = await startService({ size: 1, keys });
    service.inject(async ({ reply }) => {
      reply.writeHead(404, { 'content-length': String(bodyLimit + 1) });
      reply.flushHeaders();
      await Promise.resolve();
    });
    assert.deepEqual(failureOf(await asking(service.baseUrl).ask()), { kind: 'refused', status: 404 });
  });

  it('does not count what was declared wrongly', async () => {
    const send = async (): Promise<Response> => new Response('[]', { headers: { 'content-length': 'many' } });
    assert.equal(valueOf(await asking('https://host.example', { send }).ask()).bytes.byteLength, 2);
  });
});

describe('a redirect', () => {
  for (const status of [301, 302, 303, 307, 308]) {
    it(`with ${status} is not followed: the other host gets no request and no key`, async () => {
      await using other = await startService({ size: 3, keys });
      await using service = await startService({ size: 3, keys });
      service.inject(redirect(status, `${other.baseUrl}/faceauth?count=1`));
      const failure = failureOf(await asking(service.baseUrl).ask({ count: 1 }));
      assert.equal(failure.kind === 'unexpected' && failure.cause, 'redirect');
      assert.deepEqual(failure.kind === 'unexpected' && failure.where, { status });
      assert.deepEqual([service.requests.length, other.requests.length], [1, 0]);
    });
  }

  it('to the same host is not followed either', async () => {
    await using service = await startService({ size: 3, keys });
    service.inject(redirect(302, '/v3/faceauth?count=2'), { times: 1 });
    failureOf(await asking(service.baseUrl).ask());
    assert.equal(service.requests.length, 1);
  });

  it('that a browser hides is told as one', async () => {
    const send = async (): Promise<Response> => Response.error();
    const failure = failureOf(await asking('https://host.example', { send }).ask());
    assert.equal(failure.kind === 'unexpected' && failure.cause, 'redirect');
  });
});
