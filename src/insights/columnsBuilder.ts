import { checkOfCode, isNumber } from '../submissions/model/checks.ts';
import { doubtAbout, isAboutScore } from '../submissions/model/doubt.ts';
import { policyKey, scoredKinds, type Readings } from '../submissions/model/readings.ts';
import type { Submission } from '../submissions/model/submission.ts';
import {
  approved,
  contradictionBit,
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
import { estimate, isDecided, ownFailuresOf } from './judge.ts';
import { thresholdsOf, type Thresholds } from './thresholds.ts';

/** Fills columns, one submission after the other. */
export class ColumnsBuilder {
  readonly #capacity: number;
  readonly #policies = new Distinct<Readings, Policy>(policyOf, ({ key }) => key);
  readonly #codeLists = new Distinct<readonly string[], readonly string[]>(
    (codes) => codes,
    (codes) => JSON.stringify(codes),
  );
  readonly #unreadable = scoredKinds.map(() => 0);
  readonly #columns: Columns;
  #size = 0;

  /** `capacity` is the largest number of submissions that can be added. */
  constructor(capacity: number) {
    this.#capacity = capacity;
    this.#columns = {
      size: 0,
      numbers: new Float64Array(capacity),
      outcomes: new Uint8Array(capacity),
      kycOf: new Uint32Array(capacity),
      createdAt: new Float64Array(capacity),
      scores: new Float64Array(capacity * scoredKinds.length),
      doubtful: new Uint8Array(capacity),
      unreadable: this.#unreadable,
      holds: new Uint8Array(capacity),
      reported: new Uint8Array(capacity),
      contradicts: new Uint8Array(capacity),
      policyOf: new Uint32Array(capacity),
      sentPolicy: new Uint8Array(capacity),
      policies: this.#policies.all,
      codesOf: new Uint32Array(capacity),
      codeLists: this.#codeLists.all,
    };
  }

  /** Adds a submission that is not deleted; `kyc` is the same for all of one KYC submission, and 0 for none. */
  add(submission: Submission, number: number, kyc: number): void {
    if (this.#size === this.#capacity) {
      // A write behind the end of a typed array is lost without an error.
      throw new Error('The columns are full.');
    }
    const { status, createdAt, policy, failCodes } = submission;
    const columns = this.#columns;
    const place = this.#size++;
    columns.numbers[place] = number;
    columns.outcomes[place] = status === 'approved' ? approved : status === 'rejected' ? rejected : other;
    columns.kycOf[place] = kyc;
    columns.createdAt[place] = createdAt ?? Number.NaN;
    const own = this.#policies.placeOf(policy);
    this.#addScores(submission, place, columns.policies[own]?.thresholds ?? []);
    columns.policyOf[place] = own;
    columns.sentPolicy[place] = scoredKinds.some((kind) => policy[kind] !== undefined) ? 1 : 0;
    columns.codesOf[place] = this.#codeLists.placeOf(failCodes);
    columns.holds[place] = failCodes.length === 0 ? freely : holdOf(submission);
    columns.reported[place] = failCodes.length === 0 ? 0 : reportedBy(failCodes);
    columns.contradicts[place] = contradictions(columns, place, own);
  }

  #addScores({ measured, status }: Submission, place: number, own: Thresholds): void {
    const { scores, doubtful } = this.#columns;
    // A loop by index, because `entries` would make a pair for each score of up to a million submissions.
    for (let check = 0; check < scoredKinds.length; check++) {
      const score = measured[scoredKinds[check] ?? 'occlusion'];
      const at = place * scoredKinds.length + check;
      if (!isNumber(score)) {
        scores[at] = Number.NaN;
        this.#unreadable[check] = (this.#unreadable[check] ?? 0) + (score === undefined ? 0 : 1);
        continue;
      }
      scores[at] = score;
      const threshold = own[check] ?? 0;
      const required = threshold === 0 || Number.isNaN(threshold) ? undefined : threshold;
      const doubt = doubtAbout(score, required, status === 'approved');
      if (doubt !== undefined && isAboutScore(doubt)) {
        doubtful[place] = (doubtful[place] ?? 0) | (1 << check);
      }
    }
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
      kycOf: all.kycOf.subarray(0, size),
      createdAt: all.createdAt.subarray(0, size),
      scores: all.scores.subarray(0, size * scoredKinds.length),
      doubtful: all.doubtful.subarray(0, size),
      holds: all.holds.subarray(0, size),
      reported: all.reported.subarray(0, size),
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

function contradictions(columns: Columns, place: number, own: number): number {
  const thresholds = columns.policies[own]?.thresholds ?? [];
  let bits = 0;
  for (const asRecorded of [false, true]) {
    const came = estimate(columns, place, ownFailuresOf(columns, place, { thresholds, asRecorded }));
    bits |= isDecided(came) && came !== outcomes[columns.outcomes[place] ?? other] ? contradictionBit(asRecorded) : 0;
  }
  return bits;
}

function reportedBy(failCodes: readonly string[]): number {
  const kinds = new Set(failCodes.map(checkOfCode));
  return scoredKinds.reduce((bits, kind, check) => bits | (kinds.has(kind) ? 1 << check : 0), 0);
}

/**
 * What keeps a submission from approval besides its scores. Occlusion is never computed, so no threshold undoes its
 * fail code. No fail code is documented for the liveness checks, so an unknown code may report one of them: as many
 * unknown codes as there are failed liveness checks are taken to do so, and any further code stays unknown.
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
