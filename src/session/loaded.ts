import type { BrokenRecord } from '../api/pageRecords.ts';
import type { Group } from '../submissions/model/groups.ts';
import type { Source } from '../submissions/store/source.ts';
import type { Store } from '../submissions/store/store.ts';
import type { Place } from '../submissions/model/submission.ts';
import type { Arrangement } from './arrangement.ts';

/** One loaded page of the list. Times in ms since 1970; undefined when no record of it has one. */
export interface LoadedPage {
  readonly number: number;
  readonly source: Source;
  /** Those that can be read. */
  readonly records: number;
  readonly broken: number;
  readonly newest: number | undefined;
  readonly oldest: number | undefined;
}

/** A record that was counted but cannot be read, and where it stands. */
export type BrokenPlace = BrokenRecord & Place;

/** What is loaded at one moment. Replaced by every page, never changed; the store only grows. */
export interface Loaded {
  readonly pages: readonly LoadedPage[];
  readonly store: Store;
  /** What the filter lets through, grouped as `arrangement` says. */
  readonly groups: Group;
  readonly arrangement: Arrangement;
  readonly count: number;
  /** How many of them the filter lets through. */
  readonly matching: number;
  /** Records that came again as they were, and were dropped. */
  readonly duplicates: number;
  /** Records that came again with something changed, and took the place of what came before. */
  readonly changed: number;
  /** How many records of the list came, whatever became of them. */
  readonly received: number;
  readonly broken: readonly BrokenPlace[];
  /** True while the service has older submissions. */
  readonly more: boolean;
  /**
   * The time of the oldest submission in the list, in ms since 1970: all newer ones came before it. Undefined if this
   * is not certain, because the service did not send the newest first, or sent no time.
   */
  readonly reachesTo: number | undefined;
}
