import type { Row } from '../../session/row.ts';
import type { Shown } from '../../session/state.ts';
import { numbersOf } from '../../submissions/groups.ts';
import type { Store } from '../../submissions/store.ts';
import type { Submission } from '../../submissions/submission.ts';

/** What selected rows stand for: each submission once, and as it is loaded now. */
export interface Selected {
  readonly count: number;
  /** Those of one page together; of a million not one more is made than is being looked at. */
  readonly submissions: () => Generator<Submission>;
}

/** The submissions that selected rows stand for. */
export function selectedIn(rows: readonly Row[], shown: Shown): Selected {
  const { store } = shown.loaded;
  const single = rows.flatMap((row) => few(row, shown));
  const loaded = single.map(({ id }) => store.numberOf(id)).filter((number) => number !== undefined);
  const groups = rows.flatMap((row) => (row.kind === 'group' ? [numbersNow(row, store)] : []));
  const numbers = distinct([Uint32Array.from(loaded), ...groups]);
  const others = new Map(single.filter(({ id }) => store.numberOf(id) === undefined).map((one) => [one.id, one]));
  return {
    count: numbers.length + others.size,
    submissions: function* () {
      for (const number of numbers) {
        yield store.at(number);
      }
      for (const submissions of Map.groupBy(others.values(), ({ source }) => source).values()) {
        yield* submissions;
      }
    },
  };
}

/** The numbers of a group as of now: some of its submissions may have come again, or all have been read again. */
function numbersNow({ group, loaded }: Row & { readonly kind: 'group' }, store: Store): Uint32Array {
  const numbers = numbersOf(group);
  if (loaded.store === store) {
    return numbers.filter((number) => store.isCurrent(number));
  }
  const known = Array.from(numbers, (number) => store.numberOf(loaded.store.at(number).id));
  return Uint32Array.from(known.filter((number) => number !== undefined));
}

function distinct(lists: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((length, list) => length + list.length, 0));
  let length = 0;
  for (const list of lists) {
    all.set(list, length);
    length += list.length;
  }
  const sorted = all.toSorted();
  return sorted.filter((number, index) => number !== sorted[index - 1]);
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
