import type { TimeZone } from '../submissions/model/days.ts';
import { noFilter, type LoadedFilter } from '../submissions/model/filter.ts';
import type { Grouping } from '../submissions/model/groups.ts';

/** How what is loaded is shown: grouped, filtered, and sorted into the days of a zone. */
export interface Arrangement {
  readonly grouping: Grouping;
  readonly filter: LoadedFilter;
  readonly zone: TimeZone;
  /** How many points around a threshold count as near to it. */
  readonly nearness: number;
}

/** The arrangement that nobody has changed. */
export const usualArrangement: Arrangement = { grouping: 'status', filter: noFilter, zone: 'utc', nearness: 5 };
