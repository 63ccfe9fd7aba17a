import { scoredKinds, type Reading, type Readings } from '../model/readings.ts';
import type { Shared } from './shared.ts';
import type { Source } from './source.ts';
import type { Submission } from '../model/submission.ts';

/** The numbers of a submission, side by side: its time, in ms since 1970, and its scores; NaN for none. */
const numberCount = 1 + scoredKinds.length;

/** A submission's words, side by side. The last: its position in the element plus one, 0 for the element itself. */
const wordCount = 4;
const sharedWord = 0;
const kycWord = 1;
const previousWord = 2;
const positionWord = 3;

/** What the store knows of a submission: codes, and the number of the attempt before it plus one, or 0. */
export interface Codes {
  readonly shared: number;
  /** 0 for none. */
  readonly kyc: number;
  readonly previous: number;
}

/** Submissions of one answer in columns: a tenth of the memory that they take as objects. */
export class Block {
  readonly ids: string[] = [];
  readonly source: Source;
  readonly capacity: number;
  readonly #numbers: Float64Array;
  readonly #words: Uint32Array;
  /** The element of each submission, unless all stand in the element of the first one. */
  #elements: Uint32Array | undefined;
  #firstElement = 0;
  /** All readings of a submission, by its place, if one of them is of a type that the columns cannot hold. */
  readonly #odd = new Map<number, Readings>();
  readonly #replaced = new Set<number>();

  constructor(source: Source, capacity: number) {
    this.source = source;
    this.capacity = capacity;
    this.#numbers = new Float64Array(capacity * numberCount);
    this.#words = new Uint32Array(capacity * wordCount);
  }

  /** Whether no other submission fits in. */
  get full(): boolean {
    return this.ids.length === this.capacity;
  }

  /** Appends a submission. */
  add(submission: Submission, { shared, kyc, previous }: Codes): void {
    const { measured, position, createdAt } = submission;
    const at = this.ids.push(submission.id) - 1;
    const word = at * wordCount;
    this.#words[word + sharedWord] = shared;
    this.#words[word + kycWord] = kyc;
    this.#words[word + previousWord] = previous;
    this.#words[word + positionWord] = position === undefined ? 0 : position + 1;
    const { faceSimilarity, faceCover, headCover, passiveLiveness, activeLiveness, occlusion } = measured;
    const number = at * numberCount;
    this.#numbers[number] = createdAt ?? Number.NaN;
    // In the order of `scoredKinds`.
    this.#numbers[number + 1] = numberOf(faceSimilarity);
    this.#numbers[number + 2] = numberOf(faceCover);
    this.#numbers[number + 3] = numberOf(headCover);
    this.#numbers[number + 4] = numberOf(passiveLiveness);
    this.#numbers[number + 5] = numberOf(activeLiveness);
    this.#addElement(at, submission.element);
    if (
      (occlusion !== undefined && typeof occlusion !== 'boolean') ||
      isOdd(faceSimilarity) ||
      isOdd(faceCover) ||
      isOdd(headCover) ||
      isOdd(passiveLiveness) ||
      isOdd(activeLiveness)
    ) {
      // A copy, because the reader uses the given object for the next record too.
      this.#odd.set(at, { ...measured });
    }
  }

  #addElement(at: number, element: number): void {
    if (at === 0) {
      this.#firstElement = element;
    } else if (element !== this.#firstElement) {
      this.#elements ??= new Uint32Array(this.capacity).fill(this.#firstElement);
    }
    if (this.#elements !== undefined) {
      this.#elements[at] = element;
    }
  }

  /** The code of what the submission at a place shares. */
  sharedAt(at: number): number {
    return this.#words[at * wordCount + sharedWord] ?? 0;
  }

  /** The code of its KYC id; 0 where it has none. */
  kycAt(at: number): number {
    return this.#words[at * wordCount + kycWord] ?? 0;
  }

  /** The number of the attempt before it of the same KYC submission, plus one; 0 where there is none. */
  previousAt(at: number): number {
    return this.#words[at * wordCount + previousWord] ?? 0;
  }

  /** Its time in ms since 1970; NaN without one. */
  timeAt(at: number): number {
    return this.#numbers[at * numberCount] ?? Number.NaN;
  }

  /** Whether another submission of the same id came later. */
  isReplaced(at: number): boolean {
    return this.#replaced.has(at);
  }

  /** Another submission of the same id came. */
  replace(at: number): void {
    this.#replaced.add(at);
  }

  /** The submission at a place, made anew from the columns. */
  at(at: number, shared: Shared, kycId: string | undefined): Submission {
    const position = this.#words[at * wordCount + positionWord] ?? 0;
    // Field by field: a spread takes several times as long, and up to a million are made at once.
    return {
      id: this.ids[at] ?? '',
      status: shared.status,
      createdAt: this.#numberAt(at, 0),
      kycId,
      submitType: shared.submitType,
      deleted: shared.deleted,
      policy: shared.policy,
      measured: this.#odd.get(at) ?? {
        faceSimilarity: this.#numberAt(at, 1),
        occlusion: shared.occlusion,
        faceCover: this.#numberAt(at, 2),
        headCover: this.#numberAt(at, 3),
        passiveLiveness: this.#numberAt(at, 4),
        activeLiveness: this.#numberAt(at, 5),
      },
      failCodes: shared.failCodes,
      timesOutOfOrder: shared.timesOutOfOrder,
      timeUnreadable: shared.timeUnreadable,
      hasOddities: shared.hasOddities,
      source: this.source,
      element: this.#elements?.[at] ?? this.#firstElement,
      position: position === 0 ? undefined : position - 1,
    };
  }

  #numberAt(at: number, index: number): number | undefined {
    const number = this.#numbers[at * numberCount + index] ?? Number.NaN;
    return Number.isNaN(number) ? undefined : number;
  }
}

function numberOf(score: Reading | undefined): number {
  return typeof score === 'number' ? score : Number.NaN;
}

function isOdd(score: Reading | undefined): boolean {
  return score !== undefined && typeof score !== 'number';
}
