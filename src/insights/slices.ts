import * as l10n from '@vscode/l10n';
import type { LoadedFilter } from '../submissions/model/filter.ts';
import { series, type Series, type Slice } from './insightsParts.ts';
import { outcomeOf, seriesNames } from './seriesWords.ts';
import type { Counts } from './tally.ts';
import type { PartInput } from './partInput.ts';

/** The slices of one bar. `what` names the bar, and `filter` lets the bar's submissions through. */
export function slicesOf(
  counts: Counts,
  filter: LoadedFilter,
  what: string,
  { marks, narrowed, otherStatuses }: PartInput,
): readonly Slice[] {
  const names = seriesNames();
  return series.flatMap((one) => {
    const count = counts[outcomeOf[one]] ?? 0;
    const statuses = statusesOf(one, otherStatuses);
    return count === 0
      ? []
      : [
          {
            series: one,
            count,
            ...marks.some(narrowed({ ...filter, statuses }), count, l10n.t('{0}, {1}', names[one], what)),
          },
        ];
  });
}

/** How many there are. */
export function totalOf(counts: Counts): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function statusesOf(one: Series, others: readonly string[]): readonly string[] {
  return one === 'other' ? others : [one];
}
