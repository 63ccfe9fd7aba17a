import type { Cursor, Query } from './address.ts';
import type { Ask } from './client.ts';
import { failed, success, type Result } from './failure.ts';
import type { Page } from './page.ts';

/** A page of a walk; `again` when it came before and was asked for once more because its next-page key was unreadable. */
export type WalkedPage = Page & { readonly again?: true };

/**
 * The walk through the pages of a query. Whoever asks for the next page tells how many records of the last one no page
 * of this walk had brought before; without a number every record counts as new.
 */
export type Pages = AsyncGenerator<Result<WalkedPage>, void, number | undefined>;

/** After so many answers in a row without a record that is new, a walk stops. */
export const mostIdleAnswers = 5;

/**
 * The pages of a query, one request for each that is asked for. A failure is yielded in the page's place; whoever goes
 * on after it gets the same page tried again. After `noWayOn` the last page is asked for again, since its key may be
 * readable then; after `nothingNew` the walk goes on where it stands. Ends after the last page, and after `endless`.
 */
export async function* pagesOf(ask: Ask, query: Query, signal: AbortSignal): Pages {
  const keys = new Set<string>();
  let after: Cursor | undefined;
  let again = false;
  let idle = 0;
  for (;;) {
    const page = await ask({ ...query, ...(after !== undefined && { after }) }, signal);
    const fresh = yield page.ok && again ? success({ ...page.value, again }) : page;
    if (!page.ok) {
      continue;
    }
    const { records, broken, brokenNext: where, next, endsSurely = false } = page.value;
    again = where !== undefined;
    if (where !== undefined) {
      yield failed({ kind: 'noWayOn', where });
      continue;
    }
    if (next === undefined) {
      return;
    }
    const key = JSON.stringify([next.id, next.date]);
    if (keys.has(key)) {
      yield failed({ kind: 'endless', pages: keys.size + 1 });
      return;
    }
    keys.add(key);
    after = next;
    idle = endsSurely || (fresh ?? records.length + broken.length) > 0 ? 0 : idle + 1;
    if (idle === mostIdleAnswers) {
      idle = 0;
      yield failed({ kind: 'nothingNew', answers: mostIdleAnswers });
    }
  }
}
