import type { TimeZone } from '../model/days.ts';
import type { Submission } from '../model/submission.ts';
import type { Direction } from './recordParts.ts';

/** Another submission as it may be shown, and its id, by which it is opened. */
export interface OtherAttempt {
  readonly id: string;
  readonly shown: Submission;
}

/** What the page of a record depends on, besides the record. */
export interface RecordContext {
  readonly projectName: string;
  readonly zone: TimeZone;
  /** The language of dates and ages, as a BCP 47 tag. */
  readonly locale: string;
  /** Milliseconds since 1970, for the age. */
  readonly now: number;
  /** The other loaded submissions of the same KYC submission. */
  readonly attempts: readonly OtherAttempt[];
  /** Whether a deleted record shows the data that deletion should have removed. */
  readonly showDeleted: boolean;
  /** Whether the tree has submissions before and after this one; undefined where it does not have this one. */
  readonly neighbours?: Readonly<Record<Direction, boolean>> | undefined;
}
