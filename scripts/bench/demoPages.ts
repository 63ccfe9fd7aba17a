import type { Cursor } from '../../src/api/address.ts';
import { readPage } from '../../src/api/page.ts';
import { DEMO_KEY, demoService } from '../../src/demo/service.ts';

const contentType = 'application/json';

/** An answer of the synthetic service, and where the next one begins. */
interface DemoPage {
  readonly bytes: Uint8Array;
  readonly next: Cursor | undefined;
}

/** The first pages of a synthetic project as the service sends them, 2,000 records each; always the same bytes. */
export async function* demoPages(count: number, size = 100_000): AsyncGenerator<DemoPage, void, void> {
  const ask = demoService({ seed: 1, size, newest: Date.UTC(2026, 11, 31) });
  const address = new URL('https://demo.invalid/v3/faceauth?count=2000');
  for (let page = 0; page < count; page++) {
    const response = await ask(new Request(address, { headers: { 'x-api-key': DEMO_KEY } }));
    const bytes = new Uint8Array(await response.arrayBuffer());
    const { next } = await pageOf(bytes);
    yield { bytes, next };
    address.searchParams.set('nextKey_id', next?.id ?? '');
    address.searchParams.set('nextKey_date', next?.date ?? '');
  }
}

/** The page in these bytes. */
export async function pageOf(bytes: Uint8Array) {
  const page = await readPage({ bytes, contentType });
  if (!page.ok) throw new Error(`The demo service sent no page: ${page.failure.kind}.`);
  return page.value;
}

/** The work to compare with: the same bytes, parsed and nothing else. */
export function plainly(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}
