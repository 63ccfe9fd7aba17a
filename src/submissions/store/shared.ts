import { areSameReadings, areSameTexts, type Submission } from '../model/submission.ts';

/** What many submissions have in common. Besides it, each has its own id, KYC id, time, scores and place. */
export interface Shared extends Pick<
  Submission,
  'status' | 'submitType' | 'policy' | 'failCodes' | 'deleted' | 'timesOutOfOrder' | 'timeUnreadable' | 'hasOddities'
> {
  /** Undefined where there is none, or something else than a truth value. */
  readonly occlusion: boolean | undefined;
}

/** How many submissions have a value. */
export interface Count<T> {
  readonly value: T;
  readonly count: number;
}

/** The values to choose from, and how many submissions have each. Fail codes of deleted ones do not count. */
export interface Tally {
  readonly status: readonly Count<string>[];
  readonly submitType: readonly Count<string | undefined>[];
  readonly failCodes: readonly Count<readonly string[]>[];
}

/** Keeps each combination of shared values once, and names it by a code. */
export class SharedValues {
  readonly #all: { readonly shared: Shared; count: number }[] = [];
  readonly #codes = new Map<string, number>();
  /** Some codes that were given out lately, the last one first: neighbours are mostly alike. */
  readonly #recent: number[] = [];

  /** The code of what a submission shares. Counts one more of it. */
  add(submission: Submission): number {
    const code = this.#recentCode(submission) ?? this.#codeOf(submission);
    this.count(code, 1);
    return code;
  }

  /** Counts one more of a code, or one less. */
  count(code: number, by: 1 | -1): void {
    const entry = this.#all[code];
    if (entry !== undefined) {
      entry.count += by;
    }
  }

  /** What a code stands for. */
  at(code: number): Shared {
    const entry = this.#all[code];
    if (entry === undefined) {
      throw new Error('There is nothing of this code.');
    }
    return entry.shared;
  }

  /** How often each value was added and not taken away. */
  get tally(): Tally {
    const all = this.#all.map(({ shared, count }) => ({ ...shared, count }));
    return {
      status: counted(all.map(({ status: value, count }) => ({ value, count }))),
      submitType: counted(all.map(({ submitType: value, count }) => ({ value, count }))),
      failCodes: counted(
        all.filter(({ deleted }) => !deleted).map(({ failCodes: value, count }) => ({ value, count })),
        (value) => JSON.stringify(value),
      ),
    };
  }

  #recentCode(submission: Submission): number | undefined {
    const recent = this.#recent;
    for (let place = 0; place < recent.length; place++) {
      const code = recent[place] ?? 0;
      const entry = this.#all[code];
      if (entry !== undefined && agrees(entry.shared, submission)) {
        recent[place] = recent[0] ?? 0;
        recent[0] = code;
        return code;
      }
    }
    return undefined;
  }

  #codeOf(submission: Submission): number {
    const { status, submitType, policy, failCodes, deleted, timesOutOfOrder, timeUnreadable, hasOddities } = submission;
    const occlusion = occlusionOf(submission);
    const flags = [deleted, timesOutOfOrder, timeUnreadable, hasOddities, occlusion];
    const key = JSON.stringify([status, submitType, policy, failCodes, flags]);
    let code = this.#codes.get(key);
    if (code === undefined) {
      const shared = {
        status,
        submitType,
        policy,
        failCodes,
        deleted,
        timesOutOfOrder,
        timeUnreadable,
        hasOddities,
        occlusion,
      };
      code = this.#all.push({ shared, count: 0 }) - 1;
      this.#codes.set(key, code);
    }
    this.#recent.unshift(code);
    this.#recent.length = Math.min(this.#recent.length, mostRecent);
    return code;
  }
}

const mostRecent = 32;

/** Whether a submission shares all of this. */
function agrees(shared: Shared, submission: Submission): boolean {
  return (
    shared.status === submission.status &&
    shared.failCodes.length === submission.failCodes.length &&
    shared.occlusion === occlusionOf(submission) &&
    shared.submitType === submission.submitType &&
    shared.deleted === submission.deleted &&
    shared.timesOutOfOrder === submission.timesOutOfOrder &&
    shared.timeUnreadable === submission.timeUnreadable &&
    shared.hasOddities === submission.hasOddities &&
    (shared.policy === submission.policy || areSameReadings(shared.policy, submission.policy)) &&
    areSameTexts(shared.failCodes, submission.failCodes)
  );
}

function occlusionOf({ measured: { occlusion } }: Submission): boolean | undefined {
  return typeof occlusion === 'boolean' ? occlusion : undefined;
}

/** Adds up the counts of equal values, in the order of their first. */
function counted<T>(counts: readonly Count<T>[], keyOf: (value: T) => unknown = (value) => value): readonly Count<T>[] {
  const sums = Map.groupBy(counts, ({ value }) => keyOf(value));
  return [...sums.values()].flatMap((equal) => {
    const count = equal.reduce((sum, one) => sum + one.count, 0);
    return count === 0 ? [] : equal.slice(0, 1).map(({ value }) => ({ value, count }));
  });
}
