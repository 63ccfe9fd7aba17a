import { Turn } from '../json/turn.ts';
import { findingKinds, findingKindsOf, type FindingKind } from '../submissions/model/findings.ts';
import type { Store } from '../submissions/store/store.ts';
import type { Submission } from '../submissions/model/submission.ts';
import type { Columns } from './columns.ts';
import { ColumnsBuilder } from './columnsBuilder.ts';

/** The submissions that insights are about. */
export interface Sample {
  readonly columns: Columns;
  /** How many deleted ones were left out. */
  readonly deleted: number;
  /** How many have each kind of finding, the deleted ones among them. */
  readonly findings: ReadonlyMap<FindingKind, number>;
}

/** The clock is looked at after this many submissions. */
const stretch = 512;

/**
 * Takes all matching submissions that are loaded now, not those that come meanwhile. Lets other tasks run in between,
 * as all long work here does; undefined once the signal is aborted.
 */
export async function sampleOf(
  store: Store,
  matches: (submission: Submission) => boolean,
  signal?: AbortSignal,
): Promise<Sample | undefined> {
  const builder = new ColumnsBuilder(store.size);
  const findings = new Map<FindingKind, number>(findingKinds.map((kind) => [kind, 0]));
  const turn = new Turn();
  let deleted = 0;
  // The store may grow while other tasks run.
  const lengths = store.blocks.map(({ ids }) => ids.length);
  for (const [block, length] of lengths.entries()) {
    for (const number of store.numbersIn(block, length)) {
      const submission = store.at(number);
      if (matches(submission)) {
        for (const kind of findingKindsOf(submission)) {
          findings.set(kind, (findings.get(kind) ?? 0) + 1);
        }
        if (submission.deleted) {
          deleted++;
        } else {
          builder.add(submission, number, store.kycAt(number));
        }
      }
      if (number % stretch === 0 && turn.over) {
        await turn.pass();
        if (signal?.aborted === true) {
          return undefined;
        }
      }
    }
  }
  return { columns: builder.columns, deleted, findings };
}
