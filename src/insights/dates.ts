import { dayLength } from '../api/timeReading.ts';
import { dayOfNumber, isBeforeYearOne } from '../submissions/model/days.ts';
import type { Period, Unit } from './periods.ts';

/** Writes days, which are numbered since 1970. */
export interface DateWriter {
  /** `2 Oct 2025`, or `29 Sept – 5 Oct 2025` */
  readonly range: (from: number, to: number) => string;
  /** `2 Oct`, `Oct 2025` or `2025`, as short as the unit allows. */
  readonly tick: (day: number, unit: Unit) => string;
  /** `2 Oct 2025`, `29 Sept – 5 Oct 2025`, `October 2025`, `2025` */
  readonly period: (period: Period, unit: Unit) => string;
}

/**
 * Writes dates in the language of VS Code. Plain `en` names no country; as in British English, the day stands before
 * the month.
 */
export function dateWriter(locale: string): DateWriter {
  const language = locale === 'en' ? 'en-GB' : locale;
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  const whole = format({ day: 'numeric', month: 'short', year: 'numeric' });
  const short = format({ day: 'numeric', month: 'short' });
  const month = format({ month: 'long', year: 'numeric' });
  const shortMonth = format({ month: 'short', year: 'numeric' });
  const at = (day: number): Date => new Date(day * dayLength);
  const range = (from: number, to: number): string =>
    isBeforeYearOne(from) ? [...new Set([from, to].map(dayOfNumber))].join(' – ') : whole.formatRange(at(from), at(to));
  return {
    range,
    tick: (number, unit) => {
      if (isBeforeYearOne(number)) {
        return dayOfNumber(number);
      }
      switch (unit) {
        case 'day':
        case 'week':
          return short.format(at(number));
        case 'month':
          return shortMonth.format(at(number));
        case 'year':
          return String(at(number).getUTCFullYear());
      }
    },
    period: ({ from, to }, unit) => {
      if (isBeforeYearOne(from)) {
        return range(from, to);
      }
      switch (unit) {
        case 'day':
        case 'week':
          return range(from, to);
        case 'month':
          return month.format(at(from));
        case 'year':
          return String(at(from).getUTCFullYear());
      }
    },
  };
}
