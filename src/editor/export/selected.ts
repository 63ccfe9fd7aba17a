import type { Row } from '../../session/row.ts';
import type { Shown } from '../../session/state.ts';
import { numbersOf } from '../../submissions/groups.ts';
import type { Submission } from '../../submissions/submission.ts';

/** How many submissions selected rows stand for; one that two rows stand for counts twice. */
export function countOf(rows: readonly Row[], shown: Shown): number {
  return rows.reduce((count, row) => count + (row.kind === 'group' ? row.group.count : few(row, shown).length), 0);
}

/** The submissions that selected rows stand for, those of one page together; a group of a million is never held whole. */
export function* submissionsIn(rows: readonly Row[], shown: Shown): Generator<Submission> {
  const bySource = Map.groupBy(
    rows.flatMap((row) => few(row, shown)),
    ({ source }) => source,
  );
  for (const submissions of bySource.values()) {
    yield* submissions;
  }
  const { store } = shown.loaded;
  for (const row of rows) {
    for (const number of row.kind === 'group' ? numbersOf(row.group).toSorted() : []) {
      yield store.at(number);
    }
  }
}

function few(row: Row, { lookedUp }: Shown): readonly Submission[] {
  switch (row.kind) {
    case 'submission':
      return [row.submission];
    case 'attempts':
      return row.submissions;
    case 'lookedUp':
      return lookedUp;
    default:
      return [];
  }
}
