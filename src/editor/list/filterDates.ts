import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { daysText } from '../../session/headline.ts';
import type { Days, Project } from '../../session/state.ts';
import { asksService } from '../../sources/sources.ts';
import { isDay, utcDay, type TimeZone } from '../../submissions/model/days.ts';
import { pickStep, type Steps } from '../window/flow.ts';
import { askForText, wrong } from '../window/textBox.ts';
import { dayPresets } from './dayPresets.ts';

/** What days are chosen from. */
export interface DaysQuestion {
  /** Whose days. */
  readonly project: Project;
  readonly before: Days | undefined;
  readonly zone: TimeZone;
  /** What the lists and boxes are called. */
  readonly title: string;
}

interface DaysItem extends vscode.QuickPickItem {
  readonly days?: Days | 'all';
}

/** Asks for the days to load, as presets or typed. Undefined when nothing was chosen. */
export async function askForDays(question: DaysQuestion): Promise<Days | undefined> {
  const days = await ask(question, []);
  return days === 'all' ? undefined : days;
}

/** Asks in the same way, and also offers to give up the days that are set. */
export async function askForDaysOrAll(question: DaysQuestion): Promise<Days | 'all' | undefined> {
  const all = { label: l10n.t('All days'), description: l10n.t('other filters stay'), days: 'all' as const };
  return await ask(question, question.before === undefined ? [] : [all]);
}

async function ask(
  { project, before, zone, title }: DaysQuestion,
  others: readonly DaysItem[],
): Promise<Days | 'all' | undefined> {
  const presets = dayPresets(Date.now(), zone).map(({ label, days }) => ({ label, description: daysText(days), days }));
  const items: readonly DaysItem[] = [...others, ...presets, { label: l10n.t('Other days…') }];
  const placeholder = asksService(project)
    ? l10n.t('Days in UTC, sent to the service. It may count days in another zone: choose one more to be sure.')
    : l10n.t('Days in UTC.');
  for (;;) {
    const picked = await pickStep({ title, placeholder, items });
    if (typeof picked !== 'object' || picked.days !== undefined) {
      return typeof picked === 'object' ? picked.days : undefined;
    }
    const days = await askForRange(title, before);
    if (days !== 'back') {
      return days;
    }
  }
}

/** Asks for days as text, with a way back to the list of days. Undefined when the box was closed. */
export async function askForRange(
  title: string,
  before: Days | undefined,
  steps?: Steps,
): Promise<Days | 'back' | undefined> {
  const now = Date.now();
  const answer = await askForText({
    title,
    ...(steps && { steps }),
    value: `${before?.from ?? utcDay(now, -6)} ${before?.to ?? utcDay(now)}`,
    prompt: l10n.t('First and last day in UTC, or one day, as yyyy-mm-dd.'),
    placeholder: '2025-10-01 2025-10-31',
    buttons: [vscode.QuickInputButtons.Back],
    check: (text) => {
      const days = daysIn(text);
      return typeof days === 'string' ? wrong(days) : undefined;
    },
  });
  if (answer === undefined || answer.pressed !== undefined) {
    return answer && 'back';
  }
  const days = daysIn(answer.text);
  return typeof days === 'string' ? undefined : days;
}

/** The days of a text like `2025-10-01 2025-10-31`, or what is wrong with it. */
export function daysIn(text: string): Days | string {
  const [from, to = from, ...rest] = text.split(/[^\d-]+/).filter((part) => part !== '' && part !== '-');
  if (from === undefined || to === undefined || rest.length > 0) {
    return l10n.t('Enter one or two days, for example 2025-10-01 2025-10-31.');
  }
  const other = [from, to].find((day) => !isDay(day));
  if (other !== undefined) {
    return l10n.t('{0} is not a day of the calendar. Write days as yyyy-mm-dd.', other.slice(0, 40));
  }
  return from <= to ? { from, to } : l10n.t('The first day, {0}, is after the last, {1}. Swap them.', from, to);
}
