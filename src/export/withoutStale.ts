import { excerptOf } from '../api/excerpt.ts';
import { projectAt, type Page } from '../api/page.ts';

/** Whether a submission is known as deleted by now, from its id and the service's own id of its project. */
export type IsDeletedNow = (id: string, project: string | undefined) => boolean;

/**
 * The page without the records that were deleted after the page came; the same page, to the byte, when there are none.
 */
export function withoutStale(page: Page, isDeletedNow: IsDeletedNow): Page {
  const { ids } = page.records;
  const stale = new Set(
    ids.flatMap((id, index) =>
      isDeletedNow(id, projectAt(page, index)) && !page.records.isDeleted(index) ? [index] : [],
    ),
  );
  return stale.size === 0
    ? page
    : excerptOf(
        page,
        (index) => !stale.has(index),
        () => true,
      );
}
