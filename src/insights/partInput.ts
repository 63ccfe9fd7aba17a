import type { Remedy } from '../api/explanation.ts';
import type { TimeZone } from '../submissions/model/days.ts';
import type { LoadedFilter } from '../submissions/model/filter.ts';
import type { Mask } from '../submissions/privacy/mask.ts';
import type { Store } from '../submissions/store/store.ts';
import type { Labelled } from '../submissions/words/recordParts.ts';
import type { DateWriter } from './dates.ts';
import type { Marks } from './marks.ts';
import type { People } from './people.ts';
import type { Sample } from './sample.ts';
import type { Tally } from './tally.ts';

/** What the insights are made from. */
export interface InsightsInput {
  readonly store: Store;
  readonly sample: Sample;
  readonly tally: Tally;
  readonly people: People;
  /** Whether the service has older submissions that are not loaded. */
  readonly more?: boolean | undefined;
  /** Whose submissions, of which days and how many; one line each. */
  readonly facts: readonly string[];
  /** What a person can do when loading more submissions failed; otherwise empty. */
  readonly remedies: readonly Labelled<Remedy>[];
  /** The filter of the submissions, and the same in words; the text is empty when there is no filter. */
  readonly filter: LoadedFilter;
  readonly filterText: string;
  /** The conditions of the filter in words, in the order of `conditionsOf`. */
  readonly conditions?: readonly string[] | undefined;
  /** What the tree shows, when it differs from what the page is about; and whether the tree showed that before. */
  readonly besides?: { readonly text: string; readonly wasTree: boolean } | undefined;
  /** The days that were asked for, up to today, as numbers since 1970 in the zone; undefined where none were. */
  readonly asked?: { readonly from: number; readonly to: number } | undefined;
  /** The first and the last day of which all submissions are known; infinite where nothing is known to be missing. */
  readonly whole?: { readonly from: number; readonly to: number } | undefined;
  readonly zone: TimeZone;
  /** How many points around a threshold count as near. */
  readonly margin: number;
  readonly locale: string;
  readonly mask: Mask;
  /** Changes when the submissions change: a mark of one generation opens nothing in another. */
  readonly generation: number;
}

/** What every part of the insights is made from. */
export interface PartInput extends InsightsInput {
  readonly marks: Marks;
  readonly dates: DateWriter;
  /**
   * Adds a mark's conditions to the filter of the insights. The submissions that the mark opens include no deleted
   * ones.
   */
  readonly narrowed: (filter: LoadedFilter) => LoadedFilter;
  /** All statuses but the two documented ones. */
  readonly otherStatuses: readonly string[];
}
