import type { Cursor, Query } from './address.ts';
import type { Ask } from './client.ts';
import { failed, type Result } from './failure.ts';
import type { Page } from './page.ts';

/**
 * The pages of a query, one request for each that is asked for. A failure is yielded in the page's place; whoever goes
 * on after it gets the same page tried again. Ends after the last page, or when the service starts to go in circles.
 */
export async function* pagesOf(ask: Ask, query: Query, signal: AbortSignal): AsyncGenerator<Result<Page>, void, void> {
  const seen = new Set<string>();
  let after: Cursor | undefined;
  for (;;) {
    const page = await ask({ ...query, ...(after !== undefined && { after }) }, signal);
    yield page;
    if (!page.ok) {
      continue;
    }
    const { bytes, contentType, brokenNext: where } = page.value;
    if (where !== undefined) {
      // There is more, and to end here would say that this was all.
      yield failed({ kind: 'unexpected', cause: 'wrongShape', where, bytes: bytes.byteLength, contentType });
      continue;
    }
    after = page.value.next;
    if (after === undefined) {
      return;
    }
    const name = JSON.stringify([after.id, after.date]);
    if (seen.has(name)) {
      yield failed({ kind: 'endless', pages: seen.size + 1 });
      return;
    }
    seen.add(name);
  }
}
