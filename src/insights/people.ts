import { approved, type Columns } from './columns.ts';
import { walkOver } from './walk.ts';

/** This many attempts and more are one group. */
export const mostAttempts = 5;

/** KYC submissions that went the same way. */
export interface PeopleGroup {
  /** Whether an attempt was approved. */
  readonly approved: boolean;
  /**
   * How many attempts there were up to the approved one, or in all when none was approved; `mostAttempts` stands for
   * more as well.
   */
  readonly attempts: number;
  /** How many KYC submissions, and how many submissions they have in all. */
  readonly count: number;
  readonly submissions: number;
  /**
   * The median time in ms from the first attempt to the approved one, or else to the last one; undefined when none of
   * the group had more than one attempt by then.
   */
  readonly took: number | undefined;
}

/** What became of the KYC submissions, each of which may have several attempts. */
export interface People {
  /** The approved groups first, then the others, each with the fewest attempts first; empty groups are left out. */
  readonly groups: readonly PeopleGroup[];
  /** How many KYC submissions are in the groups. */
  readonly count: number;
  /** How many KYC submissions have several attempts of which not all have a time, so that their order is unknown. */
  readonly unordered: number;
  /** How many submissions name no KYC submission. */
  readonly without: number;
  /** The median time in ms from one attempt to the next; undefined when there is no second attempt. */
  readonly between: number | undefined;
}

/** How the attempts of a KYC submission went: approved at this one, or not after so many. */
interface Way {
  readonly approved: boolean;
  readonly attempts: number;
}

/**
 * Counts the KYC submissions by how they went, and lets other tasks run in between; undefined once the signal is
 * aborted.
 */
export async function peopleOf(columns: Columns, signal?: AbortSignal): Promise<People | undefined> {
  const sorted = sortedAttempts(columns);
  const counter = new Counter(columns, sorted.places);
  const done = await walkOver(sorted.ends.length - 1, signal, (from, to) => {
    for (let kyc = from; kyc < to; kyc++) {
      counter.add(sorted.ends[kyc] ?? 0, sorted.ends[kyc + 1] ?? 0);
    }
  });
  return done ? counter.people : undefined;
}

/** The places of all submissions whose KYC submission went the wanted way. */
export function placesOfPeople(columns: Columns, wanted: Way): readonly number[] {
  const { places, ends } = sortedAttempts(columns);
  const found: number[] = [];
  for (let kyc = 1; kyc < ends.length; kyc++) {
    const [from, to] = [ends[kyc - 1] ?? 0, ends[kyc] ?? 0];
    const way = wayOf(columns, places, from, to);
    if (way?.approved === wanted.approved && way.attempts === wanted.attempts) {
      for (let at = from; at < to; at++) {
        found.push(places[at] ?? 0);
      }
    }
  }
  return found;
}

class Counter {
  readonly #columns: Columns;
  readonly #places: Uint32Array;
  readonly #groups = [true, false].flatMap((isApproved) =>
    Array.from({ length: mostAttempts }, (_, index) => ({
      approved: isApproved,
      attempts: index + 1,
      count: 0,
      submissions: 0,
      took: [] as number[],
    })),
  );
  readonly #between: number[] = [];
  #unordered = 0;
  #with = 0;

  constructor(columns: Columns, places: Uint32Array) {
    this.#columns = columns;
    this.#places = places;
  }

  get people(): People {
    const groups = this.#groups.filter(({ count }) => count > 0);
    return {
      groups: groups.map((group) => ({ ...group, took: medianOf(group.took) })),
      count: groups.reduce((sum, { count }) => sum + count, 0),
      unordered: this.#unordered,
      without: this.#columns.size - this.#with,
      between: medianOf(this.#between),
    };
  }

  /** Adds the KYC submission whose attempts are the sorted places from `from` to before `to`; there may be none. */
  add(from: number, to: number): void {
    if (from === to) {
      return;
    }
    this.#with += to - from;
    const way = wayOf(this.#columns, this.#places, from, to);
    const group = way && this.#groups[(way.approved ? 0 : mostAttempts) + way.attempts - 1];
    if (way === undefined || group === undefined) {
      this.#unordered++;
      return;
    }
    group.count++;
    group.submissions += to - from;
    if (way.end - from > 1) {
      group.took.push(this.#timeAt(way.end - 1) - this.#timeAt(from));
      for (let at = from + 1; at < way.end; at++) {
        this.#between.push(this.#timeAt(at) - this.#timeAt(at - 1));
      }
    }
  }

  #timeAt(at: number): number {
    return this.#columns.createdAt[this.#places[at] ?? 0] ?? Number.NaN;
  }
}

/**
 * How a KYC submission's attempts in order went, and where the attempts up to the approved one end; undefined where the
 * order is not known.
 */
function wayOf(
  { createdAt, outcomes }: Columns,
  places: Uint32Array,
  from: number,
  to: number,
): (Way & { readonly end: number }) | undefined {
  let end = to;
  let isApproved = false;
  for (let at = from; at < to; at++) {
    const place = places[at] ?? 0;
    if (to - from > 1 && Number.isNaN(createdAt[place])) {
      return undefined;
    }
    if (!isApproved && outcomes[place] === approved) {
      isApproved = true;
      end = at + 1;
    }
  }
  return { approved: isApproved, attempts: Math.min(mostAttempts, end - from), end };
}

/**
 * The places of all submissions, grouped by KYC submission, each group with its earliest attempt first. `ends` has the
 * end of each group; its first item is the end of the submissions that name no KYC submission. Of two attempts at the
 * same time, the one that was received later counts as the earlier one, because a list begins with the newest.
 */
function sortedAttempts({ size, kycOf, createdAt }: Columns): {
  readonly places: Uint32Array;
  readonly ends: Uint32Array;
} {
  const ends = endsOf(kycOf);
  const places = new Uint32Array(size);
  const free = ends.slice();
  // Each group is filled from its end, so a list that begins with the newest attempt is in order already.
  for (let place = 0; place < size; place++) {
    const kyc = kycOf[place] ?? 0;
    const at = (free[kyc] ?? 0) - 1;
    free[kyc] = at;
    places[at] = place;
  }
  const inOrder = (one: number, other: number): number =>
    (createdAt[one] ?? 0) - (createdAt[other] ?? 0) || other - one;
  for (let kyc = 1; kyc < ends.length; kyc++) {
    const [from, to] = [ends[kyc - 1] ?? 0, ends[kyc] ?? 0];
    if (to - from > 1) {
      places.subarray(from, to).sort(inOrder);
    }
  }
  return { places, ends };
}

/** Where the places of each KYC submission end when all stand side by side. */
function endsOf(kycOf: Uint32Array): Uint32Array {
  let most = 0;
  for (const kyc of kycOf) {
    most = kyc > most ? kyc : most;
  }
  const ends = new Uint32Array(most + 1);
  for (const kyc of kycOf) {
    ends[kyc] = (ends[kyc] ?? 0) + 1;
  }
  for (let kyc = 1; kyc < ends.length; kyc++) {
    ends[kyc] = (ends[kyc] ?? 0) + (ends[kyc - 1] ?? 0);
  }
  return ends;
}

function medianOf(numbers: readonly number[]): number | undefined {
  const sorted = Float64Array.from(numbers).toSorted();
  const middle = sorted.length >> 1;
  const [below, above] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return below === undefined || above === undefined ? undefined : (below + above) / 2;
}
