import { Turn } from '../api/turn.ts';
import { findingKinds, findingKindsOf, type FindingKind } from '../submissions/findings.ts';
import type { Store } from '../submissions/store.ts';
import type { Submission } from '../submissions/submission.ts';
import { ColumnsBuilder, type Columns } from './columns.ts';

/** The submissions that insights are about. */
export interface Sample {
  readonly columns: Columns;
  /** How many deleted ones were left out. */
  readonly deleted: number;
}

/** Takes all loaded submissions that match. Lets others have the thread in between, as everything here. */
export async function sampleOf(store: Store, matches: (submission: Submission) => boolean): Promise<Sample> {
  const builder = new ColumnsBuilder(store.size);
  let deleted = 0;
  await walk(store, (submission, number) => {
    if (!matches(submission)) {
      return;
    }
    if (submission.deleted) {
      deleted++;
    } else {
      builder.add(submission, number);
    }
  });
  return { columns: builder.columns, deleted };
}

/** How many of the loaded submissions that match have each kind of finding, the deleted ones among them. */
export async function findingCountsOf(
  store: Store,
  matches: (submission: Submission) => boolean,
): Promise<ReadonlyMap<FindingKind, number>> {
  const counts = new Map<FindingKind, number>(findingKinds.map((kind) => [kind, 0]));
  await walk(store, (submission) => {
    for (const kind of matches(submission) ? findingKindsOf(submission) : []) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  });
  return counts;
}

async function walk(store: Store, visit: (submission: Submission, number: number) => void): Promise<void> {
  const turn = new Turn();
  for (let block = 0; block < store.blocks.length; block++) {
    for (const number of store.numbersIn(block)) {
      visit(store.at(number), number);
      if (turn.over) {
        await turn.pass();
      }
    }
  }
}
