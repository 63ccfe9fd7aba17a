import { Turn } from '../../json/turn.ts';
import type { Row } from '../../session/row.ts';
import type { Shown } from '../../session/state.ts';
import { numbersOf } from '../../submissions/model/groups.ts';
import type { Store } from '../../submissions/store/store.ts';
import { serviceProjectOf, type Submission } from '../../submissions/model/submission.ts';

/** What selected rows stand for: each submission once, and as it is loaded now. */
export interface Selected {
  readonly count: number;
  /** Makes one submission at a time, as there may be a million. Those of one page come one after the other. */
  readonly submissions: () => Iterable<Submission>;
}

/** The submissions that selected rows stand for. Lets other work run in between, because a group may hold a million. */
export async function selectedIn(rows: readonly Row[], shown: Shown): Promise<Selected> {
  const { store } = shown.loaded;
  const chosen = new Chosen(store.end);
  const others = new Map<string, Submission>();
  for (const submission of rows.flatMap((row) => few(row, shown))) {
    const number = store.numberOfCopy(submission);
    if (number === undefined) {
      others.set(JSON.stringify([serviceProjectOf(submission), submission.id]), submission);
    } else {
      chosen.add(number);
    }
  }
  const turn = new Turn();
  for (const { group, loaded } of rows.filter((row) => row.kind === 'group')) {
    for (const number of numbersOf(group)) {
      chosen.add(numberNow(number, loaded.store, store));
      if (turn.over) {
        await turn.pass();
      }
    }
  }
  return {
    count: chosen.count + others.size,
    submissions: function* () {
      for (const number of chosen.numbers()) {
        yield store.at(number);
      }
      for (const submissions of Map.groupBy(others.values(), ({ source }) => source).values()) {
        yield* submissions;
      }
    },
  };
}

/**
 * The number of a submission in the store of now. A submission may have come again, or everything may have been read
 * again. Undefined where the number was replaced in the same store, or the new store has no copy.
 */
function numberNow(number: number, then: Store, now: Store): number | undefined {
  return then === now && now.isCurrent(number) ? number : now.numberOfCopy(then.at(number));
}

/** Numbers below an end, each once. */
class Chosen {
  readonly #marks: Uint8Array;
  count = 0;

  constructor(end: number) {
    this.#marks = new Uint8Array(end);
  }

  add(number: number | undefined): void {
    if (number !== undefined && this.#marks[number] === 0) {
      this.#marks[number] = 1;
      this.count++;
    }
  }

  *numbers(): Generator<number> {
    for (let number = this.#marks.indexOf(1); number !== -1; number = this.#marks.indexOf(1, number + 1)) {
      yield number;
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
