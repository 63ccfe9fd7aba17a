import { excerptOf } from '../api/excerpt.ts';
import type { Page } from '../api/page.ts';
import { createReader, isSameSubmission } from '../submissions/model/submission.ts';
import { keep } from '../submissions/store/source.ts';
import type { Collection } from './collection.ts';

/** Of a page that may have come before, only what is not loaded yet or has changed since. */
export async function newRecordsIn(collection: Collection, page: Page): Promise<Page> {
  const isKnownBroken = page.broken.length === 0 ? () => true : await collection.knownBroken();
  const read = createReader();
  const source = keep(new Uint8Array());
  return excerptOf(
    page,
    (index) => {
      const known = collection.find(page.records.ids[index] ?? '');
      return (
        known === undefined ||
        !isSameSubmission(known, read(page.records.at(index), { source, element: 0, position: 0 }))
      );
    },
    (json) => !isKnownBroken(json),
  );
}
