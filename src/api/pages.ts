import type { Cursor, Query } from './address.ts';
import type { Ask } from './client.ts';
import { failed, success, type Result } from './failure.ts';
import type { Page } from './page.ts';

/** A page of a walk; `again` when it came before and was asked for once more because its next-page key was unreadable. */
export type WalkedPage = Page & { readonly again?: true };

/**
 * The walk through the pages of a query. The caller passes to `next` how many records of the last page are new, which
 * means that no earlier page of this walk had them; without a number every record counts as new.
 */
export type Pages = AsyncGenerator<Result<WalkedPage>, void, number | undefined>;

/** A walk stops after this many answers in a row without a new record. */
export const mostIdleAnswers = 5;

/**
 * The pages of a query; each is requested only when the caller asks for it. A failure is yielded in the place of a
 * page; if the caller then goes on, the same page is tried again. After `noWayOn` the last page is requested again,
 * because its key may be readable then; after `nothingNew` the walk goes on where it stands. Ends after the last page,
 * and after `endless`.
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
