import { scoredKinds } from '../submissions/model/readings.ts';
import { comparableAt, type Columns } from './columns.ts';

/** How many submissions would be rejected with the threshold of one check at 0, 1, … 100, the others staying. */
export type Curve = readonly number[];

/** The thresholds that a curve shows. */
const steps = 101;

/** Counts along the thresholds of all checks in one walk. */
export class Curves {
  readonly #columns: Columns;
  readonly #asRecorded: boolean;
  /** For each check: those that another check rejects, whatever this one does. */
  readonly #anyway = scoredKinds.map(() => 0);
  /** For each check: the others by their score, in whole points. A whole threshold is above all of a point or none. */
  readonly #byScore = scoredKinds.map(() => new Uint32Array(steps));

  /** `asRecorded`: a check without a usable score fails at every threshold but 0 where a fail code reports it. */
  constructor(columns: Columns, asRecorded: boolean) {
    this.#columns = columns;
    this.#asRecorded = asRecorded;
  }

  /** Counts a submission that fails these checks, as bits. */
  add(place: number, failed: number): void {
    for (let check = 0; check < scoredKinds.length; check++) {
      if ((failed & ~(1 << check)) !== 0) {
        this.#anyway[check] = (this.#anyway[check] ?? 0) + 1;
        continue;
      }
      const score = comparableAt(this.#columns, place, check);
      const counts = this.#byScore[check];
      if (counts !== undefined && (!Number.isNaN(score) || this.#fails(place, check))) {
        const point = Number.isNaN(score) ? 0 : Math.min(steps - 1, Math.max(0, Math.floor(score)));
        counts[point] = (counts[point] ?? 0) + 1;
      }
    }
  }

  #fails(place: number, check: number): boolean {
    return this.#asRecorded && ((this.#columns.reported[place] ?? 0) & (1 << check)) !== 0;
  }

  /** The curve of each check. */
  all(): readonly Curve[] {
    return this.#byScore.map((counts, check) => {
      let rejected = this.#anyway[check] ?? 0;
      return Array.from(counts, (count) => {
        const here = rejected;
        rejected += count;
        return here;
      });
    });
  }
}
