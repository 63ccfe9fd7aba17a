import assert from 'node:assert/strict';
import { readPage, type Page } from '../../../src/api/page.ts';

/** An answer of the service with these records; `more`: the service has older ones. */
export async function pageOf(records: readonly object[], more = false): Promise<Page> {
  const next = more ? { nextPage_key: { authId: 'next', createTime: '2025-10-01T00:00:00Z' } } : {};
  const bytes = new TextEncoder().encode(JSON.stringify([{ faceAuth_projectId: 'p', data: records, ...next }]));
  const page = await readPage({ bytes, contentType: 'application/json' });
  assert.ok(page.ok);
  return page.value;
}
