import { scoredKinds, type ScoredKind } from '../submissions/readings.ts';
import { other, rejected, scoreAt, type Columns } from './columns.ts';
import { Curves, type Curve } from './curves.ts';
import { estimate, failedIn, failuresOf, type Estimate, type OpenReason } from './judge.ts';
import { Nearest } from './nearest.ts';
import type { Thresholds } from './thresholds.ts';

/** What other thresholds would have done, as far as scores tell. Counts of submissions. */
export interface Simulation {
  readonly approved: number;
  readonly rejected: number;
  /** Rejected as recorded, approved by the estimate. */
  readonly toApproved: number;
  /** Approved as recorded, rejected by the estimate. */
  readonly toRejected: number;
  readonly open: Readonly<Record<OpenReason, number>>;
  /** In the order of `scoredKinds`. */
  readonly checks: readonly CheckShare[];
  /** Those that would have come out otherwise, the nearest to its threshold first, as many as were asked for. */
  readonly flips: readonly Flip[];
}

/** What one check does among the others. */
export interface CheckShare {
  readonly failed: number;
  /** Of these, the ones that fail no other check. */
  readonly alone: number;
  readonly curve: Curve;
}

/** A submission that would have come out otherwise. */
export interface Flip {
  readonly place: number;
  readonly to: 'approved' | 'rejected';
  /** The check that rejects it under one of the two policies, by the most; undefined where only a report does. */
  readonly by: { readonly check: ScoredKind; readonly score: number; readonly threshold: number } | undefined;
}

/** Estimates what would have come of the submissions under thresholds that all of them share. */
export function simulate(columns: Columns, thresholds: Thresholds, mostFlips: number): Simulation {
  const counts = { approved: 0, rejected: 0, status: 0, occlusion: 0, unknownCode: 0, noScore: 0 };
  const flipped = { approved: 0, rejected: 0 };
  // How many fail each combination of checks, by its bits.
  const byFailed = new Uint32Array(1 << scoredKinds.length);
  const curves = new Curves(columns);
  const flips = new Nearest<Flip>(mostFlips);
  for (let place = 0; place < columns.size; place++) {
    const failures = failuresOf(columns, place, thresholds);
    const came = estimate(columns, place, failures);
    counts[came]++;
    if (columns.outcomes[place] !== other) {
      const failed = failedIn(failures);
      byFailed[failed] = (byFailed[failed] ?? 0) + 1;
      curves.add(place, failed);
      if (isFlip(columns, place, came)) {
        flipped[came]++;
        const [distance, flip] = flipAt(columns, place, came, thresholds);
        flips.add(distance, flip);
      }
    }
  }
  const { approved: toApproved, rejected: toRejected } = flipped;
  const { approved, rejected: wouldReject, ...open } = counts;
  return {
    approved,
    rejected: wouldReject,
    toApproved,
    toRejected,
    open,
    flips: flips.all,
    checks: curves.all().map((curve, check) => ({
      failed: sum(byFailed.filter((_, failed) => (failed & (1 << check)) !== 0)),
      alone: byFailed[1 << check] ?? 0,
      curve,
    })),
  };
}

function isFlip({ outcomes }: Columns, place: number, came: Estimate): came is 'approved' | 'rejected' {
  return (came === 'approved' || came === 'rejected') && (came === 'rejected') !== (outcomes[place] === rejected);
}

/** How far the score that decides is from its threshold, of whichever of the two policies rejects. */
function flipAt(columns: Columns, place: number, to: Flip['to'], tried: Thresholds): readonly [number, Flip] {
  const recorded = columns.policies[columns.policyOf[place] ?? 0]?.thresholds ?? [];
  const rejecting = to === 'rejected' ? tried : recorded;
  let by: Flip['by'];
  let distance = -1;
  for (const [index, check] of scoredKinds.entries()) {
    const threshold = rejecting[index] ?? 0;
    const score = scoreAt(columns, place, index);
    if (threshold !== 0 && threshold - score > Math.max(0, distance)) {
      distance = threshold - score;
      by = { check, score, threshold };
    }
  }
  return [by === undefined ? Infinity : distance, { place, to, by }];
}

function sum(numbers: Uint32Array): number {
  return numbers.reduce((total, number) => total + number, 0);
}
