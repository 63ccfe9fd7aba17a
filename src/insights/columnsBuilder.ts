import { checkOfCode } from '../submissions/model/checks.ts';
import { policyKey, scoredKinds, type Readings } from '../submissions/model/readings.ts';
import type { Submission } from '../submissions/model/submission.ts';
import {
  approved,
  freely,
  heldByOcclusion,
  heldByUnknownCode,
  other,
  outcomes,
  rejected,
  type Columns,
  type Policy,
} from './columns.ts';
import { Distinct } from './distinct.ts';
import { estimate, failuresOf, isDecided } from './judge.ts';
import { thresholdsOf } from './thresholds.ts';

/** Fills columns, one submission after the other. */
export class ColumnsBuilder {
  readonly #capacity: number;
  readonly #policies = new Distinct<Readings, Policy>(policyOf, ({ key }) => key);
  readonly #codeLists = new Distinct<readonly string[], readonly string[]>(
    (codes) => codes,
    (codes) => JSON.stringify(codes),
  );
  readonly #columns: Columns;
  #size = 0;

  /** At most so many submissions can be added. */
  constructor(capacity: number) {
    this.#capacity = capacity;
    this.#columns = {
      size: 0,
      numbers: new Float64Array(capacity),
      outcomes: new Uint8Array(capacity),
      createdAt: new Float64Array(capacity),
      scores: new Float64Array(capacity * scoredKinds.length),
      holds: new Uint8Array(capacity),
      contradicts: new Uint8Array(capacity),
      policyOf: new Uint32Array(capacity),
      sentPolicy: new Uint8Array(capacity),
      policies: this.#policies.all,
      codesOf: new Uint32Array(capacity),
      codeLists: this.#codeLists.all,
    };
  }

  /** Adds a submission that is not deleted. */
  add(submission: Submission, number: number): void {
    if (this.#size === this.#capacity) {
      // What is written behind the end of a typed array is lost without a word.
      throw new Error('The columns are full.');
    }
    const { status, createdAt, measured, policy, failCodes } = submission;
    const columns = this.#columns;
    const place = this.#size++;
    columns.numbers[place] = number;
    columns.outcomes[place] = status === 'approved' ? approved : status === 'rejected' ? rejected : other;
    columns.createdAt[place] = createdAt ?? Number.NaN;
    let check = place * scoredKinds.length;
    for (const kind of scoredKinds) {
      const score = measured[kind];
      columns.scores[check++] = typeof score === 'number' ? score : Number.NaN;
    }
    const own = this.#policies.placeOf(policy);
    columns.policyOf[place] = own;
    columns.sentPolicy[place] = scoredKinds.some((kind) => policy[kind] !== undefined) ? 1 : 0;
    columns.codesOf[place] = this.#codeLists.placeOf(failCodes);
    columns.holds[place] = failCodes.length === 0 ? freely : holdOf(submission);
    columns.contradicts[place] = contradicts(columns, place, own) ? 1 : 0;
  }

  /** What was added. */
  get columns(): Columns {
    const size = this.#size;
    const all = this.#columns;
    return {
      ...all,
      size,
      numbers: all.numbers.subarray(0, size),
      outcomes: all.outcomes.subarray(0, size),
      createdAt: all.createdAt.subarray(0, size),
      scores: all.scores.subarray(0, size * scoredKinds.length),
      holds: all.holds.subarray(0, size),
      contradicts: all.contradicts.subarray(0, size),
      policyOf: all.policyOf.subarray(0, size),
      sentPolicy: all.sentPolicy.subarray(0, size),
      codesOf: all.codesOf.subarray(0, size),
    };
  }
}

function policyOf(policy: Readings): Policy {
  return { key: policyKey(policy), thresholds: thresholdsOf(policy), occlusion: policy.occlusion };
}

function contradicts(columns: Columns, place: number, own: number): boolean {
  const came = estimate(columns, place, failuresOf(columns, place, columns.policies[own]?.thresholds ?? []));
  return isDecided(came) && came !== outcomes[columns.outcomes[place] ?? other];
}

/**
 * Occlusion is never computed, so no threshold undoes it. A code that no page names may report the checks that no code
 * is documented for, those of liveness: as many codes as there are such failures are taken to be theirs, any more stay
 * unknown.
 */
function holdOf({ failCodes, measured, policy }: Submission): number {
  if (failCodes.some((code) => checkOfCode(code) === 'occlusion')) {
    return heldByOcclusion;
  }
  const unknown = failCodes.filter((code) => checkOfCode(code) === undefined).length;
  const thresholds = thresholdsOf(policy);
  const failed = scoredKinds.filter((kind, check) => {
    const [score, threshold = 0] = [measured[kind], thresholds[check]];
    return isLiveness(kind) && threshold !== 0 && typeof score === 'number' && score < threshold;
  });
  return unknown > failed.length ? heldByUnknownCode : freely;
}

function isLiveness(kind: (typeof scoredKinds)[number]): boolean {
  return kind === 'passiveLiveness' || kind === 'activeLiveness';
}
