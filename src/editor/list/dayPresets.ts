import * as l10n from '@vscode/l10n';
import type { Days } from '../../session/state.ts';
import { dayNumber, dayOfNumber, utcDay, utcDaysTouched, type TimeZone } from '../../submissions/model/days.ts';

/** Days by their name. */
export interface DayPreset {
  readonly label: string;
  readonly days: Days;
}

/**
 * Ranges of days that are often wanted, in the zone in which times are shown. They are given as the UTC days that
 * contain them, because the service takes only those. `now` in ms since 1970.
 */
export function dayPresets(now: number, zone: TimeZone): readonly DayPreset[] {
  const today = dayNumber(now, zone);
  const first = today - dayOfMonth(today) + 1;
  const lastMonth = first - 1;
  return [
    { label: l10n.t('Today'), days: utcDaysTouched(today, today, zone) },
    { label: l10n.t('Last 24 hours'), days: { from: utcDay(now, -1), to: utcDay(now) } },
    { label: l10n.t('Yesterday'), days: utcDaysTouched(today - 1, today - 1, zone) },
    { label: l10n.t('Last 7 days'), days: utcDaysTouched(today - 6, today, zone) },
    { label: l10n.t('Last 30 days'), days: utcDaysTouched(today - 29, today, zone) },
    { label: l10n.t('This month'), days: utcDaysTouched(first, today, zone) },
    { label: l10n.t('Last month'), days: utcDaysTouched(lastMonth - dayOfMonth(lastMonth) + 1, lastMonth, zone) },
  ];
}

/** 1 to 31. */
function dayOfMonth(number: number): number {
  return Number(dayOfNumber(number).slice(-2));
}
