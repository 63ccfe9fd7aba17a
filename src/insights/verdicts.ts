import { isContradicting, other, outcomes, type Columns } from './columns.ts';
import { estimate, failuresOf, isDecided, openReasons, type Estimate, type Trial } from './judge.ts';

/**
 * The estimate of a submission beside its recorded outcome. It flips in one of two ways, or it stays. Or the recorded
 * outcome already contradicts its own policy, so that no threshold makes it flip; the last word is then the estimate.
 * Or it cannot be told.
 */
export const verdicts = [
  'toApproved',
  'toRejected',
  'staysApproved',
  'staysRejected',
  'contradictingApproved',
  'contradictingRejected',
  ...openReasons,
] as const;

/** One of `verdicts`. */
export type Verdict = (typeof verdicts)[number];

/**
 * The place in `verdicts` of a submission's verdict, from its estimate. Counting by numbers takes half the time of
 * counting by names.
 */
export function verdictOf(columns: Columns, place: number, came: Estimate, asRecorded: boolean): number {
  if (!isDecided(came)) {
    return verdicts.length - openReasons.length + openReasons.indexOf(came);
  }
  const flips = isContradicting(columns, place, asRecorded)
    ? 4
    : came === outcomes[columns.outcomes[place] ?? other]
      ? 2
      : 0;
  return flips + (came === 'approved' ? 0 : 1);
}

/** Turns counts by places in `verdicts` into counts by their names. */
export function namedCounts(counts: Uint32Array): Readonly<Record<Verdict, number>> {
  const named = {
    toApproved: 0,
    toRejected: 0,
    staysApproved: 0,
    staysRejected: 0,
    contradictingApproved: 0,
    contradictingRejected: 0,
    status: 0,
    occlusion: 0,
    unknownCode: 0,
    noScore: 0,
    implausible: 0,
  } satisfies Record<Verdict, number>;
  for (const [place, verdict] of verdicts.entries()) {
    named[verdict] = counts[place] ?? 0;
  }
  return named;
}

/** The places of all submissions with one of these verdicts. */
export function placesOf(columns: Columns, trial: Trial, wanted: readonly Verdict[]): readonly number[] {
  const places: number[] = [];
  for (let place = 0; place < columns.size; place++) {
    if (trial.policy === undefined || columns.policyOf[place] === trial.policy) {
      const came = estimate(columns, place, failuresOf(columns, place, trial));
      const verdict = verdicts[verdictOf(columns, place, came, trial.asRecorded)];
      if (verdict !== undefined && wanted.includes(verdict)) {
        places.push(place);
      }
    }
  }
  return places;
}
