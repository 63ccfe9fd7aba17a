import { Turn } from '../json/turn.ts';
import { approved, type Columns } from './columns.ts';

/** This many attempts and more are one group. */
export const mostAttempts = 5;

/** KYC submissions that went the same way. */
export interface PeopleGroup {
  /** Whether an attempt was approved. */
  readonly approved: boolean;
  /** How many attempts it took until then, or how many were made in vain; `mostAttempts` stands for more as well. */
  readonly attempts: number;
  /** How many KYC submissions, and how many submissions they have in all. */
  readonly count: number;
  readonly submissions: number;
  /** From the first attempt to the approved or the last one, the median in ms; undefined where none has two. */
  readonly took: number | undefined;
}

/** What became of the KYC submissions, each of which may have several attempts. */
export interface People {
  /** Those that were approved first, the fewest attempts first; only groups that have any. */
  readonly groups: readonly PeopleGroup[];
  /** How many KYC submissions are in the groups. */
  readonly count: number;
  /** How many have several attempts, not all with a time, so that nobody knows which was the first. */
  readonly unordered: number;
  /** How many submissions name no KYC submission. */
  readonly without: number;
  /** From an attempt to the next, the median in ms; undefined where none has two. */
  readonly between: number | undefined;
}

/** How the attempts of a KYC submission went: approved at this one, or not after so many. */
interface Way {
  readonly approved: boolean;
  readonly attempts: number;
}

/** Counts the KYC submissions by how they went, and lets others have the thread; undefined once the signal has come. */
export async function peopleOf(columns: Columns, signal?: AbortSignal): Promise<People | undefined> {
  const counter = new Counter(columns);
  const turn = new Turn();
  let seen = 0;
  for (const attempts of attemptsIn(columns)) {
    counter.add(attempts);
    if (++seen % stretch === 0 && turn.over) {
      await turn.pass();
      if (signal?.aborted === true) {
        return undefined;
      }
    }
  }
  return counter.people;
}

/** The places of all submissions of the KYC submissions that went one way. */
export function placesOfPeople(columns: Columns, way: Way): readonly number[] {
  return [...attemptsIn(columns)].flatMap((attempts) => {
    const other = wayOf(columns, attempts);
    return other?.approved === way.approved && other.attempts === way.attempts ? attempts : [];
  });
}

/** The time is looked at after this many KYC submissions. */
const stretch = 512;

class Counter {
  readonly #columns: Columns;
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

  constructor(columns: Columns) {
    this.#columns = columns;
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

  add(attempts: readonly number[]): void {
    this.#with += attempts.length;
    const way = wayOf(this.#columns, attempts);
    if (way === undefined) {
      this.#unordered++;
      return;
    }
    const group = this.#groups[(way.approved ? 0 : mostAttempts) + way.attempts - 1];
    if (group !== undefined) {
      group.count++;
      group.submissions += attempts.length;
      const last = way.approved ? approvedAt(this.#columns, attempts) : attempts.length - 1;
      this.#addTimes(attempts.slice(0, last + 1), group.took);
    }
  }

  #addTimes(attempts: readonly number[], took: number[]): void {
    const times = attempts.map((place) => this.#columns.createdAt[place] ?? Number.NaN);
    const [first = Number.NaN, ...later] = times;
    if (later.length > 0) {
      took.push((later.at(-1) ?? first) - first);
      this.#between.push(...later.map((time, index) => time - (times[index] ?? first)));
    }
  }
}

/** Undefined where several attempts cannot be put in order. */
function wayOf(columns: Columns, attempts: readonly number[]): Way | undefined {
  if (attempts.length > 1 && attempts.some((place) => Number.isNaN(columns.createdAt[place]))) {
    return undefined;
  }
  const first = approvedAt(columns, attempts);
  return { approved: first >= 0, attempts: Math.min(mostAttempts, first >= 0 ? first + 1 : attempts.length) };
}

function approvedAt(columns: Columns, attempts: readonly number[]): number {
  return attempts.findIndex((place) => columns.outcomes[place] === approved);
}

/**
 * The places of the attempts of each KYC submission, the earliest first. Of two at the same time the one that was received
 * later is the earlier one: a list begins with the newest.
 */
function* attemptsIn({ size, kycOf, createdAt }: Columns): Generator<readonly number[]> {
  const ends = endsOf(kycOf);
  const places = new Uint32Array(size);
  const filled = ends.slice();
  for (let place = 0; place < size; place++) {
    const kyc = kycOf[place] ?? 0;
    const at = (filled[kyc] ?? 0) - 1;
    filled[kyc] = at;
    places[at] = place;
  }
  const inOrder = (one: number, other: number): number =>
    (createdAt[one] ?? 0) - (createdAt[other] ?? 0) || other - one;
  // The first are those without a KYC submission.
  for (let kyc = 1; kyc < ends.length; kyc++) {
    const [from = 0, to = 0] = [ends[kyc - 1], ends[kyc]];
    if (to > from) {
      const own = Array.from(places.subarray(from, to));
      yield own.length === 1 ? own : own.toSorted(inOrder);
    }
  }
}

/** Where the places of each KYC submission end when all stand side by side. */
function endsOf(kycOf: Uint32Array): Uint32Array {
  const ends = new Uint32Array(kycOf.reduce((most, kyc) => Math.max(most, kyc), 0) + 1);
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
