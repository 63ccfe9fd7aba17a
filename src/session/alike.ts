import type { PageRecords } from '../api/pageRecords.ts';
import { isFields } from '../api/values.ts';
import { Turn } from '../json/turn.ts';
import { createComparison, type Place } from '../submissions/model/submission.ts';
import { madeOfRecords } from '../submissions/store/recordText.ts';

/** A record of a page that says the same as the loaded copy in all that a `Submission` holds. */
export interface Alike {
  readonly index: number;
  /** Where the loaded copy stands. */
  readonly loaded: Place;
}

/** The indexes of the records that differ from their loaded copies in other fields. Each answer is unpacked once. */
export async function differingIn(records: PageRecords, alike: readonly Alike[]): Promise<ReadonlySet<number>> {
  const differ = new Set<number>();
  if (alike.length === 0) {
    return differ;
  }
  const places = alike.map(({ loaded }) => loaded);
  const loaded = await madeOfRecords(places, (raw) => (isFields(raw) ? raw : {}), new AbortController().signal);
  const isSame = createComparison();
  const turn = new Turn();
  for (const [at, { index }] of alike.entries()) {
    if (turn.over) {
      await turn.pass();
    }
    if (!isSame(loaded?.[at] ?? {}, records.at(index))) {
      differ.add(index);
    }
  }
  return differ;
}
