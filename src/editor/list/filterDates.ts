import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Days } from '../../session/state.ts';
import { daysText } from '../../session/headline.ts';
import { isDay, utcDay, type TimeZone } from '../../submissions/model/days.ts';
import { dayPresets } from './dayPresets.ts';

/** What days are chosen from. */
export interface DaysQuestion {
  /** In ms since 1970. */
  readonly now: number;
  readonly before: Days | undefined;
  readonly zone: TimeZone;
}

interface DaysItem extends vscode.QuickPickItem {
  readonly days?: Days | 'all';
}

/** Asks for the days to load, as presets or typed. Undefined when nothing was chosen. */
export async function askForDays(question: DaysQuestion): Promise<Days | undefined> {
  const days = await ask(question, []);
  return days === 'all' ? undefined : days;
}

/** The same, where the days that are set may be given up too. */
export async function askForDaysOrAll(question: DaysQuestion): Promise<Days | 'all' | undefined> {
  const all = { label: l10n.t('All days'), description: l10n.t('other filters stay'), days: 'all' as const };
  return await ask(question, question.before === undefined ? [] : [all]);
}

async function ask(
  { now, before, zone }: DaysQuestion,
  others: readonly DaysItem[],
): Promise<Days | 'all' | undefined> {
  const title = l10n.t('Filter by Date');
  const items = dayPresets(now, zone).map(({ label, days }) => ({ label, description: daysText(days), days }));
  const picked = await vscode.window.showQuickPick<DaysItem>([...others, ...items, { label: l10n.t('Other days…') }], {
    title,
    placeHolder: l10n.t(
      'Days in UTC, sent to the service. It may count days in another zone: choose one more to be sure.',
    ),
  });
  return picked === undefined ? undefined : (picked.days ?? (await askForRange(title, now, before)));
}

/** Asks for days as text; undefined when nothing was entered. */
export async function askForRange(title: string, now: number, before: Days | undefined): Promise<Days | undefined> {
  const text = await vscode.window.showInputBox({
    title,
    prompt: l10n.t('First and last day in UTC, or one day, as yyyy-mm-dd.'),
    value: `${before?.from ?? utcDay(now, -6)} ${before?.to ?? utcDay(now)}`,
    validateInput: (typed) => {
      const days = daysIn(typed);
      return typeof days === 'string' ? days : undefined;
    },
  });
  const days = text === undefined ? undefined : daysIn(text);
  return typeof days === 'string' ? undefined : days;
}

/** The days of a text like `2025-10-01 2025-10-31`, or what is wrong with it. */
export function daysIn(text: string): Days | string {
  const [from, to = from, ...rest] = text.split(/[^\d-]+/).filter((part) => part !== '' && part !== '-');
  if (from === undefined || to === undefined || rest.length > 0) {
    return l10n.t('Enter one or two days, for example 2025-10-01 2025-10-31.');
  }
  const wrong = [from, to].find((day) => !isDay(day));
  if (wrong !== undefined) {
    return l10n.t('{0} is not a day of the calendar. Write days as yyyy-mm-dd.', wrong.slice(0, 40));
  }
  return from <= to ? { from, to } : l10n.t('The first day, {0}, is after the last, {1}. Swap them.', from, to);
}
