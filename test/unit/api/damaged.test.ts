import assert from 'node:assert/strict';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { explain } from '../../../src/api/explain.ts';
import { startService } from '../../service/service.ts';
import type { Fault } from '../../service/exchange.ts';
import { asking, failureOf, KEY, valueOf } from './asking.ts';

const page = Buffer.from(`[{"data": [${'{"auth_id": "fa_1"},'.repeat(500)}{"auth_id": "fa_2"}]}]`);

/** Answers with these bytes, whatever their encoding is said to be. */
function packed(bytes: Uint8Array, encoding: string | undefined, type = 'application/json'): Fault {
  return async ({ reply }) => {
    reply.writeHead(200, { 'content-type': type, ...(encoding !== undefined && { 'content-encoding': encoding }) });
    reply.end(bytes);
    await Promise.resolve();
  };
}

/** With one byte in its middle changed. */
function bitten(bytes: Uint8Array): Uint8Array {
  return bytes.with(bytes.length >> 1, (bytes[bytes.length >> 1] ?? 0) ^ 0xff);
}

async function damageOf(bytes: Uint8Array, encoding: string | undefined) {
  await using service = await startService({ size: 1, keys: [KEY] });
  service.inject(packed(bytes, encoding));
  const failure = failureOf(await asking(service.baseUrl).ask());
  assert.ok(failure.kind === 'damaged', JSON.stringify(failure));
  return failure;
}

describe('an answer whose bytes do not fit its encoding', () => {
  const packers = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync };

  for (const [encoding, pack] of Object.entries(packers)) {
    it(`is read where they do: ${encoding}`, async () => {
      await using service = await startService({ size: 1, keys: [KEY] });
      service.inject(packed(pack(page), encoding));
      assert.equal(valueOf(await asking(service.baseUrl).ask()).records.length, 501);
    });

    it(`is damaged, not out of reach, where they were not packed at all: ${encoding}`, async () => {
      assert.equal((await damageOf(page, encoding)).encoding, encoding);
    });
  }

  // Brotli has no checksum, so a changed byte can unpack to another text without an error.
  for (const encoding of ['gzip', 'deflate'] as const) {
    it(`is damaged where a byte was changed: ${encoding}`, async () => {
      assert.equal((await damageOf(bitten(packers[encoding](page)), encoding)).encoding, encoding);
    });
  }

  for (const [what, bytes, encoding, named] of [
    ['packed twice', gzipSync(gzipSync(page)), 'gzip', 'gzip'],
    ['packed without saying so', gzipSync(page), undefined, ''],
    ['packed with zstd without saying so', zstdCompressSync(page), undefined, ''],
    ['in an encoding that nobody knows', gzipSync(page), 'exi', 'exi'],
  ] as const) {
    it(`is damaged when it is ${what}`, async () => {
      const failure = await damageOf(bytes, encoding);
      assert.equal(failure.encoding, named);
      assert.ok(failure.bytes > 0);
    });
  }

  for (const [encoding, pack] of Object.entries(packers)) {
    it(`is damaged where it was cut off: ${encoding}`, async () => {
      const whole = pack(page);
      for (const length of [0, 1, whole.length >> 1]) {
        assert.equal((await damageOf(whole.subarray(0, length), encoding)).encoding, encoding);
      }
    });
  }

  it('is not one that was cut off and never packed; nor is the address to blame for it', async () => {
    for (const encoding of [undefined, 'identity']) {
      await using service = await startService({ size: 1, keys: [KEY] });
      service.inject(packed(page.subarray(0, 100), encoding));
      const failure = failureOf(await asking(service.baseUrl).ask());
      assert.equal(failure.kind === 'unexpected' && failure.cause, 'notJson');
      assert.doesNotMatch(explain(failure).advice, /baseUrl/);
    }
  });

  it('is not one that is packed well and no JSON', async () => {
    await using service = await startService({ size: 1, keys: [KEY] });
    service.inject(packed(gzipSync('<html>'), 'gzip', 'text/html'));
    const failure = failureOf(await asking(service.baseUrl).ask());
    assert.equal(failure.kind === 'unexpected' && failure.cause, 'notJson');
  });

  it('is told without the key, also where its encoding repeats it', async () => {
    await using service = await startService({ size: 1, keys: [KEY] });
    service.inject(packed(page.subarray(1), KEY));
    const failure = failureOf(await asking(service.baseUrl).ask());
    assert.deepEqual(failure, { kind: 'damaged', bytes: page.length - 1, encoding: '…' });
  });
});
