import { scoredKinds } from '../submissions/model/readings.ts';
import { comparableAt, other, type Columns } from './columns.ts';
import type { Trial } from './judge.ts';

/** How many submissions would be rejected with the threshold of one check at 0, 1, … 100, the others staying. */
export type Curve = readonly number[];

/** The thresholds that a curve shows. */
const steps = 101;

type Points = readonly Uint32Array[];

/** How many have each whole point of a score of each check, whatever the other checks do. */
const known = new WeakMap<Columns, Map<string, Points>>();

/**
 * Counts along the thresholds of all checks in one walk. Most submissions fail no check: they are counted once for all
 * thresholds that are ever tried, and a walk takes away those that another check rejects anyway.
 */
export class Curves {
  readonly #columns: Columns;
  readonly #trial: Trial;
  /** For each check: those that another check rejects, whatever this one does. */
  readonly #anyway = scoredKinds.map(() => 0);
  /** The same by their points. */
  readonly #anywayAt = none();

  constructor(columns: Columns, trial: Trial) {
    this.#columns = columns;
    this.#trial = trial;
  }

  /** Counts a submission that fails these checks, as bits. */
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
 * The highest whole threshold that the submission does not fail: a whole threshold is above all scores of a point or none.
 * A check without a usable score that counts as recorded fails at every threshold but 0 where a fail code reports it. -1
 * for one that fails at none.
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
