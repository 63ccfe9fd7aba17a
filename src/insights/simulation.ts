import { doubtAbout } from '../submissions/model/doubt.ts';
import { scoredKinds, type ScoredKind } from '../submissions/model/readings.ts';
import { approved, comparableAt, scoreAt, type Columns } from './columns.ts';
import { Curves, type Curve } from './curves.ts';
import { estimate, failedIn, failuresOf, type Trial } from './judge.ts';
import { Nearest } from './nearest.ts';
import type { Thresholds } from './thresholds.ts';
import { namedCounts, verdictOf, verdicts, type Verdict } from './verdicts.ts';
import { walkOver } from './walk.ts';

/** What other thresholds would have done, as far as scores tell. Counts of submissions. */
export interface Simulation {
  /** How many have each verdict; they add up to all that were looked at. */
  readonly counts: Readonly<Record<Verdict, number>>;
  /** In the order of `scoredKinds`. */
  readonly checks: readonly CheckShare[];
  /**
   * The submissions that would have had the other outcome, the nearest to its threshold first; at most as many as asked
   * for.
   */
  readonly flips: readonly Flip[];
}

/** What one check does among the others. */
export interface CheckShare {
  readonly failed: number;
  /** Of these, the ones that fail no other check. */
  readonly alone: number;
  /** How many submissions cannot be decided because their score of this check is missing. */
  readonly lacking: number;
  readonly curve: Curve;
}

/** A submission that would have had the other outcome. */
export interface Flip {
  readonly place: number;
  readonly to: 'approved' | 'rejected';
  /**
   * The check that lies furthest below its threshold under the policy that rejects; undefined where only a fail code
   * rejects.
   */
  readonly by: { readonly check: ScoredKind; readonly score: number; readonly threshold: number } | undefined;
}

/** How a simulation is made. */
export interface Simulating extends Trial {
  readonly mostFlips: number;
  readonly signal: AbortSignal;
}

/**
 * Estimates the outcomes of the submissions under other thresholds. Lets other tasks run in between when there are very
 * many; undefined once the signal is aborted.
 */
export async function simulate(columns: Columns, options: Simulating): Promise<Simulation | undefined> {
  const counter = new Counter(columns, options);
  const done = await walkOver(columns.size, options.signal, (from, to) => {
    counter.addAll(from, to);
  });
  return done ? counter.simulation : undefined;
}

class Counter {
  readonly #columns: Columns;
  readonly #trial: Trial;
  readonly #counts = new Uint32Array(verdicts.length);
  readonly #lacking = scoredKinds.map(() => 0);
  /** How many fail each combination of checks, by its bits. */
  readonly #byFailed = new Uint32Array(1 << scoredKinds.length);
  readonly #curves: Curves;
  readonly #flips: Nearest<Flip>;

  constructor(columns: Columns, { mostFlips, ...trial }: Simulating) {
    this.#columns = columns;
    this.#trial = trial;
    this.#curves = new Curves(columns, trial);
    this.#flips = new Nearest(mostFlips);
  }

  get simulation(): Simulation {
    return {
      counts: namedCounts(this.#counts),
      flips: this.#flips.all,
      checks: this.#curves.all().map((curve, check) => ({
        failed: sum(this.#byFailed.filter((_, failed) => (failed & (1 << check)) !== 0)),
        alone: this.#byFailed[1 << check] ?? 0,
        lacking: this.#lacking[check] ?? 0,
        curve,
      })),
    };
  }

  addAll(from: number, to: number): void {
    const columns = this.#columns;
    const { policy, asRecorded } = this.#trial;
    for (let place = from; place < to; place++) {
      if (policy !== undefined && columns.policyOf[place] !== policy) {
        continue;
      }
      const failures = failuresOf(columns, place, this.#trial);
      const number = verdictOf(columns, place, estimate(columns, place, failures), asRecorded);
      this.#counts[number] = (this.#counts[number] ?? 0) + 1;
      const verdict = verdicts[number];
      if (verdict !== 'status') {
        const failed = failedIn(failures);
        this.#byFailed[failed] = (this.#byFailed[failed] ?? 0) + 1;
        this.#curves.add(place, failed);
      }
      if (verdict === 'noScore') {
        this.#addLacking(place);
      } else if (verdict === 'toApproved' || verdict === 'toRejected') {
        this.#addFlip(place, verdict === 'toApproved' ? 'approved' : 'rejected');
      }
    }
  }

  #addLacking(place: number): void {
    for (const [check, threshold] of this.#trial.thresholds.entries()) {
      if (threshold !== 0 && Number.isNaN(scoreAt(this.#columns, place, check))) {
        this.#lacking[check] = (this.#lacking[check] ?? 0) + 1;
      }
    }
  }

  #addFlip(place: number, to: Flip['to']): void {
    const [distance, by] = decidingAt(this.#columns, place, to, this.#trial.thresholds);
    if (this.#flips.takes(distance)) {
      this.#flips.add(distance, { place, to, by });
    }
  }
}

/** The score that decides and how far it is from its threshold, under whichever of the two policies rejects. */
function decidingAt(
  columns: Columns,
  place: number,
  to: Flip['to'],
  tried: Thresholds,
): readonly [distance: number, by: Flip['by']] {
  const recorded = columns.policies[columns.policyOf[place] ?? 0]?.thresholds ?? [];
  const rejecting = to === 'rejected' ? tried : recorded;
  const isApproved = columns.outcomes[place] === approved;
  let deciding = -1;
  let distance = 0;
  for (let check = 0; check < scoredKinds.length; check++) {
    const threshold = rejecting[check] ?? 0;
    const score = comparableAt(columns, place, check);
    if (threshold - score > distance && threshold !== 0) {
      const isInDoubt = rejecting === recorded && doubtAbout(score, threshold, isApproved) !== undefined;
      deciding = isInDoubt ? deciding : check;
      distance = isInDoubt ? distance : threshold - score;
    }
  }
  const check = scoredKinds[deciding];
  return check === undefined
    ? [Infinity, undefined]
    : [distance, { check, score: scoreAt(columns, place, deciding), threshold: rejecting[deciding] ?? 0 }];
}

function sum(numbers: Uint32Array): number {
  return numbers.reduce((total, number) => total + number, 0);
}
