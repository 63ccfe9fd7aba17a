import { excerptOf } from '../api/excerpt.ts';
import type { Page } from '../api/page.ts';
import { wireId } from '../api/wire.ts';
import { isDeleted } from '../submissions/model/submission.ts';

/** The page without the copies of what was deleted since it came; the same page, to the byte, when there are none. */
export function withoutStale(page: Page, isDeletedNow: (id: string) => boolean): Page {
  const stale = new Set(page.records.filter(({ record }) => !isDeleted(record) && isDeletedNow(wireId(record) ?? '')));
  return stale.size === 0
    ? page
    : excerptOf(
        page,
        (one) => !stale.has(one),
        () => true,
      );
}
