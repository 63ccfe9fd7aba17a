import { scoredKinds, type Readings } from '../submissions/model/readings.ts';
import type { Thresholds } from './thresholds.ts';

/** What came of a submission; `other` is any status but the two documented ones. */
export const outcomes = ['approved', 'rejected', 'other'] as const;

/** Places in `outcomes`. */
export const approved = 0;
export const rejected = 1;
export const other = 2;

/** What keeps a submission from being approved by its scores and thresholds alone; `freely` means nothing does. */
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

/** Submissions in columns, without the deleted ones. A place stands for the same submission in every column. */
export interface Columns {
  readonly size: number;
  /** The numbers of the submissions in their store. */
  readonly numbers: Float64Array;
  readonly outcomes: Uint8Array;
  /** The same number for all of one KYC submission; 0 where none is named. */
  readonly kycOf: Uint32Array;
  /** Milliseconds since 1970; NaN without a time. */
  readonly createdAt: Float64Array;
  /**
   * In points. The scores of one submission stand side by side in the order of `scoredKinds`; NaN where there is no
   * number.
   */
  readonly scores: Float64Array;
  /**
   * One bit for each check of `scoredKinds`, the first check lowest: set where the score is probably not a measurement.
   */
  readonly doubtful: Uint8Array;
  /** For each check of `scoredKinds`: how many scores were sent that are no numbers. */
  readonly unreadable: readonly number[];
  /** `freely`, `heldByOcclusion` or `heldByUnknownCode`. */
  readonly holds: Uint8Array;
  /** A bit for each check of `scoredKinds`, the first lowest: set where a fail code reports it. */
  readonly reported: Uint8Array;
  /** See `isContradicting`. */
  readonly contradicts: Uint8Array;
  /** Places in `policies`. */
  readonly policyOf: Uint32Array;
  /** 1 where the record says anything about thresholds, even if it says that none is enforced. */
  readonly sentPolicy: Uint8Array;
  readonly policies: readonly Policy[];
  /** Places in `codeLists`. */
  readonly codesOf: Uint32Array;
  readonly codeLists: readonly (readonly string[])[];
}

/** The score of a check, by its place in `scoredKinds`; NaN where there is none that can be compared. */
export function comparableAt(columns: Columns, place: number, check: number): number {
  return isDoubtful(columns, place, check) ? Number.NaN : scoreAt(columns, place, check);
}

/**
 * Whether the outcome of the submission contradicts its scores under its own policy. With `asRecorded`, a check without
 * a usable score counts as its fail codes say.
 */
export function isContradicting({ contradicts }: Columns, place: number, asRecorded: boolean): boolean {
  return ((contradicts[place] ?? 0) & contradictionBit(asRecorded)) !== 0;
}

/** The bit of `contradicts` that is set for such a contradiction. */
export function contradictionBit(asRecorded: boolean): number {
  return asRecorded ? 0b10 : 0b01;
}

/** Whether the score of a check is probably not a measurement. */
export function isDoubtful({ doubtful }: Columns, place: number, check: number): boolean {
  return ((doubtful[place] ?? 0) & (1 << check)) !== 0;
}

/** The score of a check, by its place in `scoredKinds`; NaN without one that is a number. */
export function scoreAt({ scores }: Columns, place: number, check: number): number {
  return scores[place * scoredKinds.length + check] ?? Number.NaN;
}
