import { scoredKinds } from '../submissions/model/readings.ts';
import { comparableAt, other, type Columns } from './columns.ts';
import type { Trial } from './judge.ts';

/**
 * How many submissions would be rejected with the threshold of one check at 0, 1, … 100 while the others stay as tried.
 */
export type Curve = readonly number[];

/** The number of thresholds that a curve shows: 0, 1, … 100. */
const steps = 101;

type Points = readonly Uint32Array[];

/**
 * For each check: how many submissions have each point (see `pointAt`), whatever the other checks say. The key of the
 * inner map names the options that the points depend on.
 */
const known = new WeakMap<Columns, Map<string, Points>>();

/**
 * Counts the curves of all checks in one walk. Most submissions fail no check. So the points of all submissions are
 * counted once, for all thresholds that are ever tried, and each walk only takes away the submissions that another
 * check rejects anyway.
 */
export class Curves {
  readonly #columns: Columns;
  readonly #trial: Trial;
  /** For each check: how many submissions another check rejects, whatever the threshold of this check is. */
  readonly #anyway = scoredKinds.map(() => 0);
  /** The same submissions, counted by their point for this check. */
  readonly #anywayAt = none();

  constructor(columns: Columns, trial: Trial) {
    this.#columns = columns;
    this.#trial = trial;
  }

  /** Counts a submission. `failed` has one bit for each check that it fails. */
  add(place: number, failed: number): void {
    if (failed === 0) {
      return;
    }
    for (let check = 0; check < scoredKinds.length; check++) {
      if ((failed & ~(1 << check)) !== 0) {
        this.#anyway[check] = (this.#anyway[check] ?? 0) + 1;
        count(this.#anywayAt[check], pointAt(this.#columns, place, check, this.#trial.asRecorded));
      }
    }
  }

  /** The curve of each check. */
  all(): readonly Curve[] {
    return pointsOf(this.#columns, this.#trial).map((all, check) => {
      let rejected = this.#anyway[check] ?? 0;
      return Array.from(all, (points, at) => {
        const here = rejected;
        rejected += points - (this.#anywayAt[check]?.[at] ?? 0);
        return here;
      });
    });
  }
}

function none(): Points {
  return scoredKinds.map(() => new Uint32Array(steps));
}

function pointsOf(columns: Columns, trial: Trial): Points {
  const ways = known.get(columns) ?? new Map<string, Points>();
  known.set(columns, ways);
  const way = `${trial.asRecorded} ${trial.policy}`;
  const points = ways.get(way) ?? countedPoints(columns, trial);
  ways.set(way, points);
  return points;
}

function countedPoints(columns: Columns, { asRecorded, policy }: Trial): Points {
  const points = none();
  for (let place = 0; place < columns.size; place++) {
    if (columns.outcomes[place] !== other && (policy === undefined || columns.policyOf[place] === policy)) {
      for (let check = 0; check < scoredKinds.length; check++) {
        count(points[check], pointAt(columns, place, check, asRecorded));
      }
    }
  }
  return points;
}

/**
 * The highest whole threshold that the submission passes: whole thresholds cannot tell apart two scores of the same
 * whole point. With `asRecorded`, a check without a usable score fails at every threshold but 0 where a fail code
 * reports it. -1 for a submission that fails at no threshold.
 */
function pointAt(columns: Columns, place: number, check: number, asRecorded: boolean): number {
  const score = comparableAt(columns, place, check);
  if (Number.isNaN(score)) {
    return asRecorded && ((columns.reported[place] ?? 0) & (1 << check)) !== 0 ? 0 : -1;
  }
  return Math.min(steps - 1, Math.max(0, Math.floor(score)));
}

function count(points: Uint32Array | undefined, at: number): void {
  if (points !== undefined && at >= 0) {
    points[at] = (points[at] ?? 0) + 1;
  }
}
