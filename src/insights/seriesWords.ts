import * as l10n from '@vscode/l10n';
import { statusTitle } from '../submissions/words/titles.ts';
import { approved, other, rejected } from './columns.ts';
import { series, type Column, type Series, type SeriesNames } from './insightsParts.ts';

/** What the outcomes are called. */
export function seriesNames(): SeriesNames {
  return { rejected: statusTitle('rejected'), approved: statusTitle('approved'), other: l10n.t('Other status') };
}

/** The columns of a table that tells how many came to each outcome. */
export function seriesColumns(): readonly Column[] {
  const names = seriesNames();
  return series.map((one) => ({ label: names[one], number: true }));
}

/** The place of each of `series` in counts by outcome. */
export const outcomeOf: Readonly<Record<Series, number>> = { rejected, approved, other };

/**
 * A part of a whole, as `62 %`. A part below half a percent is `<1 %` and not 0; from 99.5 % on it is `>99 %` unless it
 * is all.
 */
export function shareText(part: number, whole: number): string {
  const percent = whole === 0 ? 0 : (part / whole) * 100;
  const text =
    percent > 0 && percent < 0.5 ? '<1' : percent < 100 && percent >= 99.5 ? '>99' : String(Math.round(percent));
  return l10n.t('{0} %', text);
}
