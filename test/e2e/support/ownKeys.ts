import assert from 'node:assert/strict';
import type { Service } from '../../service/service.ts';

/** Asserts that a service was sent its own keys, in their header, and no other key anywhere. */
export function assertOwnKeys({ requests }: Service, own: readonly string[], others: readonly string[]): void {
  assert.ok(requests.length > 0);
  for (const { path, query, headers } of requests) {
    const { 'x-api-key': key = '', ...rest } = headers;
    assert.ok(own.includes(key), `${path} came with the key ${key}`);
    const sent = JSON.stringify([path, query, rest]);
    assert.ok(![...own, ...others].some((one) => sent.includes(one)), sent);
  }
}
