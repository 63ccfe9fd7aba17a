import { isContradicting, other, outcomes, type Columns } from './columns.ts';
import { estimate, failuresOf, isDecided, type Estimate, type OpenReason, type Trial } from './judge.ts';

/**
 * What the estimate comes to beside what was recorded: it flips in one of two ways or stays; or what was recorded
 * contradicts its own policy already, so that no threshold makes it flip (the last word is the estimate); or it cannot be
 * told.
 */
export type Verdict =
  | 'toApproved'
  | 'toRejected'
  | 'staysApproved'
  | 'staysRejected'
  | 'contradictingApproved'
  | 'contradictingRejected'
  | OpenReason;

/** The verdict over the submission at a place, by its estimate. */
export function verdictOf(columns: Columns, place: number, came: Estimate, asRecorded: boolean): Verdict {
  if (!isDecided(came)) {
    return came;
  }
  const approves = came === 'approved';
  if (isContradicting(columns, place, asRecorded)) {
    return approves ? 'contradictingApproved' : 'contradictingRejected';
  }
  if (came === outcomes[columns.outcomes[place] ?? other]) {
    return approves ? 'staysApproved' : 'staysRejected';
  }
  return approves ? 'toApproved' : 'toRejected';
}

/** A count of none for every verdict. */
export function noVerdicts(): Record<Verdict, number> {
  return {
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
  };
}

/** The places of all submissions with one of these verdicts. */
export function placesOf(columns: Columns, trial: Trial, wanted: readonly Verdict[]): readonly number[] {
  const places: number[] = [];
  for (let place = 0; place < columns.size; place++) {
    if (trial.policy === undefined || columns.policyOf[place] === trial.policy) {
      const came = estimate(columns, place, failuresOf(columns, place, trial));
      if (wanted.includes(verdictOf(columns, place, came, trial.asRecorded))) {
        places.push(place);
      }
    }
  }
  return places;
}
