import { spelledCode } from '../submissions/model/checks.ts';
import { dayNumber, type TimeZone } from '../submissions/model/days.ts';
import { doubtAbout } from '../submissions/model/doubt.ts';
import { scoredKinds } from '../submissions/model/readings.ts';
import { approved, isDoubtful, outcomes, rejected, scoreAt, type Columns } from './columns.ts';
import { Nearest } from './nearest.ts';
import { newestUsual, usualPolicies } from './usualPolicies.ts';
import { walkOver } from './walk.ts';

/** How many submissions came to each of `outcomes`. */
export type Counts = Uint32Array;

/** The width of a histogram's bars, in points. With 1, a whole threshold never lies within a bar. */
export const binWidth = 1;

const binCount = 100 / binWidth;

/** At most this many near misses are listed below the thresholds, and as many above. */
const mostNearest = 10;

/** What is counted over all submissions at once. */
export interface Tally {
  readonly outcomes: Counts;
  /** By the number of the day in the zone; `untimed` are those without a time. */
  readonly days: ReadonlyMap<number, Counts>;
  readonly untimed: Counts;
  /** How many of those rejected have each code. */
  readonly codes: ReadonlyMap<string, number>;
  /** How many were rejected without any. */
  readonly withoutCode: number;
  /** In the order of `scoredKinds`. */
  readonly checks: readonly CheckTally[];
  /** How many have a score near its own threshold. */
  readonly near: number;
  /** The nearest that failed, and the nearest that passed. */
  readonly nearestBelow: readonly NearMiss[];
  readonly nearestAbove: readonly NearMiss[];
  /** By the number of the day: how many were checked against each policy that their records name. */
  readonly policiesOfDays: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** In the order of the columns' policies. */
  readonly policies: readonly PolicyTally[];
  /** For each of the columns' policies: whether it is more than an oddity of single records. */
  readonly usual: readonly boolean[];
  /**
   * The place of the usual policy that was seen last, not counting future times; undefined where no record names a
   * policy.
   */
  readonly newestPolicy: number | undefined;
}

/** The scores of one check. */
export interface CheckTally {
  /** From 0 to 100, the last bin with 100. */
  readonly bins: readonly Counts[];
  /** Under 0 and over 100. */
  readonly outside: Counts;
  /** How many scores from 0 to 100 are probably placeholders or on another scale. */
  readonly doubtful: number;
  /** How many lie near their own threshold. */
  readonly near: number;
}

/** A score near its own threshold. */
export interface NearMiss {
  readonly place: number;
  /** Its place in `scoredKinds`. */
  readonly check: number;
  readonly threshold: number;
}

/** The submissions that were checked against one policy. Times in ms since 1970; NaN where none has one. */
export interface PolicyTally {
  readonly outcomes: Counts;
  readonly first: number;
  readonly last: number;
}

/** How submissions are counted. */
export interface Tallying {
  readonly zone: TimeZone;
  /** How many points around a threshold count as near. */
  readonly margin: number;
  /** In ms since 1970. A record with a later time says nothing about the policy in use. */
  readonly now: number;
}

/** Counts all submissions, and lets other tasks run in between; undefined once the signal is aborted. */
export async function tallyOf(columns: Columns, options: Tallying, signal?: AbortSignal): Promise<Tally | undefined> {
  const counter = new Counter(columns, options);
  const done = await walkOver(columns.size, signal, (from, to) => {
    for (let place = from; place < to; place++) {
      counter.add(place);
    }
  });
  return done ? counter.tally : undefined;
}

/** Rounding makes the difference of two decimal numbers wrong by at most this much. */
const rounding = 1e-9;

function none(): Counts {
  return new Uint32Array(outcomes.length);
}

function addTo(counts: Counts | undefined, outcome: number): void {
  if (counts !== undefined) {
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
}

class Counter {
  readonly #columns: Columns;
  readonly #options: Tallying;
  readonly #outcomes = none();
  readonly #days = new Map<number, Counts>();
  readonly #untimed = none();
  readonly #policiesOfDays = new Map<number, Map<number, number>>();
  readonly #lists: Uint32Array;
  readonly #checks = scoredKinds.map(() => ({
    bins: Array.from({ length: binCount }, none),
    outside: none(),
    doubtful: 0,
    near: 0,
  }));
  readonly #below = new Nearest<NearMiss>(mostNearest);
  readonly #above = new Nearest<NearMiss>(mostNearest);
  readonly #policies: { outcomes: Counts; first: number; last: number }[];
  #near = 0;
  readonly #seen: { count: number; lastTime: number }[];

  constructor(columns: Columns, options: Tallying) {
    this.#columns = columns;
    this.#options = options;
    this.#lists = new Uint32Array(columns.codeLists.length);
    this.#seen = columns.policies.map(() => ({ count: 0, lastTime: Number.NaN }));
    this.#policies = columns.policies.map(() => ({ outcomes: none(), first: Number.NaN, last: Number.NaN }));
  }

  get tally(): Tally {
    return {
      outcomes: this.#outcomes,
      days: this.#days,
      untimed: this.#untimed,
      ...this.#byCode(),
      checks: this.#checks,
      near: this.#near,
      nearestBelow: this.#below.all,
      nearestAbove: this.#above.all,
      policiesOfDays: this.#policiesOfDays,
      policies: this.#policies,
      usual: usualPolicies(this.#seen),
      newestPolicy: newestUsual(this.#seen),
    };
  }

  add(place: number): void {
    const outcome = this.#columns.outcomes[place] ?? 0;
    addTo(this.#outcomes, outcome);
    this.#addTime(place, outcome);
    if (outcome === rejected) {
      addTo(this.#lists, this.#columns.codesOf[place] ?? 0);
    }
    this.#addScores(place, outcome);
  }

  #addTime(place: number, outcome: number): void {
    const time = this.#columns.createdAt[place] ?? Number.NaN;
    const policy = this.#columns.policyOf[place] ?? 0;
    const of = this.#policies[policy];
    addTo(of?.outcomes, outcome);
    const isSent = this.#columns.sentPolicy[place] === 1;
    if (isSent) {
      this.#see(policy, time);
    }
    if (Number.isNaN(time)) {
      addTo(this.#untimed, outcome);
      return;
    }
    const day = dayNumber(time, this.#options.zone);
    const counts = this.#days.get(day) ?? none();
    this.#days.set(day, counts);
    addTo(counts, outcome);
    if (of !== undefined) {
      of.first = time >= of.first ? of.first : time;
      of.last = time <= of.last ? of.last : time;
    }
    if (isSent) {
      const policies = this.#policiesOfDays.get(day) ?? new Map<number, number>();
      this.#policiesOfDays.set(day, policies);
      policies.set(policy, (policies.get(policy) ?? 0) + 1);
    }
  }

  /** A record counts for its policy even when its time cannot be read. */
  #see(policy: number, time: number): void {
    const seen = this.#seen[policy];
    if (seen !== undefined) {
      seen.count++;
      const isLater = Number.isNaN(seen.lastTime) || time > seen.lastTime;
      seen.lastTime = time <= this.#options.now && isLater ? time : seen.lastTime;
    }
  }

  #addScores(place: number, outcome: number): void {
    const own = this.#columns.policies[this.#columns.policyOf[place] ?? 0]?.thresholds ?? [];
    let isNear = false;
    for (const [check, of] of this.#checks.entries()) {
      const score = scoreAt(this.#columns, place, check);
      if (Number.isNaN(score)) {
        continue;
      }
      const isInside = score >= 0 && score <= 100;
      addTo(isInside ? of.bins[Math.min(binCount - 1, Math.floor(score / binWidth))] : of.outside, outcome);
      of.doubtful += isInside && isDoubtful(this.#columns, place, check) ? 1 : 0;
      const threshold = own[check] ?? 0;
      const distance = threshold === 0 ? Infinity : Math.abs(score - threshold);
      const isComparable = doubtAbout(score, threshold, outcome === approved) === undefined;
      if (distance <= this.#options.margin + rounding && isComparable) {
        isNear = true;
        of.near++;
        (score < threshold ? this.#below : this.#above).add(distance, { place, check, threshold });
      }
    }
    this.#near += isNear ? 1 : 0;
  }

  /** A submission counts once for each of its codes, however often it has it. */
  #byCode(): Pick<Tally, 'codes' | 'withoutCode'> {
    const codes = new Map<string, number>();
    let withoutCode = 0;
    for (const [list, count] of this.#lists.entries()) {
      const names = new Set(this.#columns.codeLists[list]?.map(spelledCode));
      withoutCode += names.size === 0 ? count : 0;
      for (const name of count === 0 ? [] : names) {
        codes.set(name, (codes.get(name) ?? 0) + count);
      }
    }
    return { codes, withoutCode };
  }
}
