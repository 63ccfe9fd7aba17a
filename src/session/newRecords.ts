import { excerptOf } from '../api/excerpt.ts';
import type { Page } from '../api/page.ts';
import { isDeleted } from '../api/record.ts';
import type { Collection } from './collection.ts';

/** Of a page that may have come before, only what is not loaded yet or was deleted since. */
export async function newRecordsIn(collection: Collection, page: Page): Promise<Page> {
  const isKnownBroken = page.broken.length === 0 ? () => true : await collection.knownBroken();
  return excerptOf(
    page,
    (index) => {
      const known = collection.find(page.records.ids[index] ?? '');
      return known === undefined || (!known.deleted && isDeleted(page.records.at(index)));
    },
    (json) => !isKnownBroken(json),
  );
}
