import { scoredKinds, type Reading, type Readings } from '../model/readings.ts';
import type { Source } from './source.ts';
import type { Submission } from '../model/submission.ts';

const deletedFlag = 1;
const timesOutOfOrderFlag = 2;
const replacedFlag = 4;
const timeUnreadableFlag = 8;
const odditiesFlag = 16;

/** What submissions share is kept once and named by a code here. */
export interface Codes {
  readonly status: number;
  readonly kyc: number;
  readonly submitType: number;
  readonly policy: number;
  readonly failCodes: number;
}

/** The values behind the codes. */
export type Shared = Pick<Submission, 'status' | 'kycId' | 'submitType' | 'policy' | 'failCodes'>;

/** Submissions of one answer in columns: a tenth of the memory that they take as objects. */
export class Block {
  readonly ids: string[] = [];
  /** Milliseconds since 1970; NaN without a time. */
  readonly createdAt: Float64Array;
  readonly codes: { readonly [Name in keyof Codes]: Uint32Array };
  /** One column for each of `scoredKinds`; NaN without a score. */
  readonly scores: readonly Float64Array[];
  /** The number of the attempt before this one of the same KYC submission, plus one; 0 where there is none. */
  readonly previous: Uint32Array;
  readonly source: Source;
  readonly capacity: number;
  readonly #occlusion: Uint8Array;
  readonly #flags: Uint8Array;
  readonly #element: Uint32Array;
  readonly #position: Int32Array;
  /** Readings that are no numbers where numbers are expected, whole. */
  readonly #odd = new Map<number, Readings>();

  constructor(source: Source, capacity: number) {
    const column = (): Uint32Array => new Uint32Array(capacity);
    this.source = source;
    this.capacity = capacity;
    this.createdAt = new Float64Array(capacity);
    this.codes = { status: column(), kyc: column(), submitType: column(), policy: column(), failCodes: column() };
    this.scores = scoredKinds.map(() => new Float64Array(capacity));
    this.previous = column();
    this.#occlusion = new Uint8Array(capacity);
    this.#flags = new Uint8Array(capacity);
    this.#element = column();
    this.#position = new Int32Array(capacity);
  }

  /** Whether no other submission fits in. */
  get full(): boolean {
    return this.ids.length === this.capacity;
  }

  /** Appends a submission. */
  add(submission: Submission, codes: Codes, previous: number): void {
    const at = this.ids.length;
    const { measured } = submission;
    this.ids.push(submission.id);
    this.createdAt[at] = submission.createdAt ?? Number.NaN;
    this.codes.status[at] = codes.status;
    this.codes.kyc[at] = codes.kyc;
    this.codes.submitType[at] = codes.submitType;
    this.codes.policy[at] = codes.policy;
    this.codes.failCodes[at] = codes.failCodes;
    this.previous[at] = previous;
    this.#flags[at] =
      (submission.deleted ? deletedFlag : 0) |
      (submission.timesOutOfOrder ? timesOutOfOrderFlag : 0) |
      (submission.timeUnreadable ? timeUnreadableFlag : 0) |
      (submission.hasOddities ? odditiesFlag : 0);
    this.#element[at] = submission.element;
    this.#position[at] = submission.position ?? -1;
    this.#occlusion[at] = measured.occlusion === undefined ? 0 : measured.occlusion === true ? 2 : 1;
    let odd = measured.occlusion !== undefined && typeof measured.occlusion !== 'boolean';
    for (let index = 0; index < scoredKinds.length; index++) {
      const score = measured[scoredKinds[index] ?? 'occlusion'];
      const column = this.scores[index];
      if (column !== undefined) {
        column[at] = typeof score === 'number' ? score : Number.NaN;
      }
      odd ||= score !== undefined && typeof score !== 'number';
    }
    if (odd) {
      // The one that was given is used for the next record too.
      this.#odd.set(at, { ...measured });
    }
  }

  /** Whether the submission at a place is deleted. */
  isDeleted(at: number): boolean {
    return ((this.#flags[at] ?? 0) & deletedFlag) !== 0;
  }

  /** Whether another submission of the same id came later. */
  isReplaced(at: number): boolean {
    return ((this.#flags[at] ?? 0) & replacedFlag) !== 0;
  }

  /** Another submission of the same id came. */
  replace(at: number): void {
    this.#flags[at] = (this.#flags[at] ?? 0) | replacedFlag;
  }

  /** The submission at a place, made anew from the columns. */
  at(at: number, shared: Shared): Submission {
    const createdAt = this.createdAt[at] ?? Number.NaN;
    const position = this.#position[at] ?? -1;
    return {
      id: this.ids[at] ?? '',
      status: shared.status,
      createdAt: Number.isNaN(createdAt) ? undefined : createdAt,
      kycId: shared.kycId,
      submitType: shared.submitType,
      deleted: this.isDeleted(at),
      policy: shared.policy,
      measured: this.#odd.get(at) ?? this.#measured(at),
      failCodes: shared.failCodes,
      timesOutOfOrder: ((this.#flags[at] ?? 0) & timesOutOfOrderFlag) !== 0,
      timeUnreadable: ((this.#flags[at] ?? 0) & timeUnreadableFlag) !== 0,
      hasOddities: ((this.#flags[at] ?? 0) & odditiesFlag) !== 0,
      source: this.source,
      element: this.#element[at] ?? 0,
      position: position === -1 ? undefined : position,
    };
  }

  #measured(at: number): Readings {
    const score = (index: number): Reading | undefined => {
      const value = this.scores[index]?.[at] ?? Number.NaN;
      return Number.isNaN(value) ? undefined : value;
    };
    const occlusion = this.#occlusion[at];
    return {
      faceSimilarity: score(0),
      occlusion: occlusion === 0 ? undefined : occlusion === 2,
      faceCover: score(1),
      headCover: score(2),
      passiveLiveness: score(3),
      activeLiveness: score(4),
    };
  }
}
