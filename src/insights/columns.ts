import { checkOfCode, failedChecks } from '../submissions/checks.ts';
import { policyKey, scoredKinds, type Readings } from '../submissions/readings.ts';
import type { Submission } from '../submissions/submission.ts';
import { Distinct } from './distinct.ts';
import { thresholdsOf, type Thresholds } from './thresholds.ts';

/** What came of a submission; `other` is any status but the two documented ones. */
export const outcomes = ['approved', 'rejected', 'other'] as const;

/** Places in `outcomes`. */
export const approved = 0;
export const rejected = 1;
export const other = 2;

/** Why scores and thresholds alone cannot tell that a submission would be approved. */
export const freely = 0;
export const heldByOcclusion = 1;
export const heldByUnknownCode = 2;

/** A policy that submissions were checked against. */
export interface Policy {
  readonly key: string;
  readonly thresholds: Thresholds;
  /** As recorded; what it means is documented nowhere. */
  readonly occlusion: Readings['occlusion'];
}

/** Submissions in columns, deleted ones left out. A place stands for the same submission in all of them. */
export interface Columns {
  readonly size: number;
  /** The numbers of the submissions in their store. */
  readonly numbers: Float64Array;
  readonly outcomes: Uint8Array;
  /** Milliseconds since 1970; NaN without a time. */
  readonly createdAt: Float64Array;
  /** In points, those of one submission side by side in the order of `scoredKinds`; NaN without one that is a number. */
  readonly scores: Float64Array;
  /** `freely`, `heldByOcclusion` or `heldByUnknownCode`. */
  readonly holds: Uint8Array;
  /** Places in `policies`. */
  readonly policyOf: Uint32Array;
  readonly policies: readonly Policy[];
  /** Places in `codeLists`. */
  readonly codesOf: Uint32Array;
  readonly codeLists: readonly (readonly string[])[];
}

/** Fills columns, one submission after the other. */
export class ColumnsBuilder {
  readonly #numbers: Float64Array;
  readonly #outcomes: Uint8Array;
  readonly #createdAt: Float64Array;
  readonly #scores: Float64Array;
  readonly #holds: Uint8Array;
  readonly #policyOf: Uint32Array;
  readonly #codesOf: Uint32Array;
  readonly #policies = new Distinct<Readings, Policy>(policyOf, ({ key }) => key);
  readonly #codeLists = new Distinct<readonly string[], readonly string[]>(
    (codes) => codes,
    (codes) => JSON.stringify(codes),
  );
  #size = 0;

  /** At most so many submissions can be added. */
  constructor(capacity: number) {
    this.#numbers = new Float64Array(capacity);
    this.#outcomes = new Uint8Array(capacity);
    this.#createdAt = new Float64Array(capacity);
    this.#scores = new Float64Array(capacity * scoredKinds.length);
    this.#holds = new Uint8Array(capacity);
    this.#policyOf = new Uint32Array(capacity);
    this.#codesOf = new Uint32Array(capacity);
  }

  /** Adds a submission that is not deleted. */
  add(submission: Submission, number: number): void {
    const { status, createdAt, measured, policy, failCodes } = submission;
    const place = this.#size++;
    this.#numbers[place] = number;
    this.#outcomes[place] = status === 'approved' ? approved : status === 'rejected' ? rejected : other;
    this.#createdAt[place] = createdAt ?? Number.NaN;
    for (const [check, kind] of scoredKinds.entries()) {
      const score = measured[kind];
      this.#scores[place * scoredKinds.length + check] = typeof score === 'number' ? score : Number.NaN;
    }
    this.#policyOf[place] = this.#policies.placeOf(policy);
    this.#codesOf[place] = this.#codeLists.placeOf(failCodes);
    this.#holds[place] = failCodes.length === 0 ? freely : holdOf(submission);
  }

  /** What was added. */
  get columns(): Columns {
    const size = this.#size;
    return {
      size,
      numbers: this.#numbers.subarray(0, size),
      outcomes: this.#outcomes.subarray(0, size),
      createdAt: this.#createdAt.subarray(0, size),
      scores: this.#scores.subarray(0, size * scoredKinds.length),
      holds: this.#holds.subarray(0, size),
      policyOf: this.#policyOf.subarray(0, size),
      policies: this.#policies.all,
      codesOf: this.#codesOf.subarray(0, size),
      codeLists: this.#codeLists.all,
    };
  }
}

/** The score of a check, by its place in `scoredKinds`; NaN without one that is a number. */
export function scoreAt({ scores }: Columns, place: number, check: number): number {
  return scores[place * scoredKinds.length + check] ?? Number.NaN;
}

function policyOf(policy: Readings): Policy {
  return { key: policyKey(policy), thresholds: thresholdsOf(policy), occlusion: policy.occlusion };
}

/**
 * Occlusion is never computed, so no threshold undoes it. A code that no page names may report what no code is
 * documented for: as many of them as there are failures without a code are taken to be theirs, any more stay unknown.
 */
function holdOf(submission: Submission): number {
  if (submission.failCodes.some((code) => checkOfCode(code) === 'occlusion')) {
    return heldByOcclusion;
  }
  const unknown = submission.failCodes.filter((code) => checkOfCode(code) === undefined).length;
  if (unknown === 0) {
    return freely;
  }
  const unreported = failedChecks(submission).filter(({ reported }) => reported === undefined).length;
  return unknown > unreported ? heldByUnknownCode : freely;
}
