import { excerptOf } from '../api/excerpt.ts';
import type { Page } from '../api/page.ts';

/** The page without the copies of what was deleted since it came; the same page, to the byte, when there are none. */
export function withoutStale(page: Page, isDeletedNow: (id: string) => boolean): Page {
  const { ids } = page.records;
  const stale = new Set(
    ids.flatMap((id, index) => (isDeletedNow(id) && !page.records.isDeleted(index) ? [index] : [])),
  );
  return stale.size === 0
    ? page
    : excerptOf(
        page,
        (index) => !stale.has(index),
        () => true,
      );
}
