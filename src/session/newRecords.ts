import { excerptOf } from '../api/excerpt.ts';
import type { Page } from '../api/page.ts';
import { wireId } from '../api/wire.ts';
import { isDeleted } from '../submissions/model/submission.ts';
import type { Collection } from './collection.ts';

/** Of a page that may have come before, only what is not loaded yet or was deleted since. */
export async function newRecordsIn(collection: Collection, page: Page): Promise<Page> {
  const isKnownBroken = page.broken.length === 0 ? () => true : await collection.knownBroken();
  return excerptOf(
    page,
    ({ record }) => {
      const known = collection.find(wireId(record) ?? '');
      return known === undefined || (isDeleted(record) && !known.deleted);
    },
    (json) => !isKnownBroken(json),
  );
}
