import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Days } from '../session/state.ts';
import { isDay, utcDay } from '../submissions/days.ts';

/** Asks for the days to load, as presets or typed. Undefined when nothing was chosen. */
export async function askForDays(now: number, before: Days | undefined): Promise<Days | undefined> {
  const preset = (label: string, days: Days): vscode.QuickPickItem & { readonly days?: Days } => ({
    label,
    description: days.from === days.to ? days.from : l10n.t('{0} to {1}', days.from, days.to),
    days,
  });
  const today = utcDay(now);
  const picked = await vscode.window.showQuickPick(
    [
      preset(l10n.t('Today'), { from: today, to: today }),
      preset(l10n.t('Yesterday'), { from: utcDay(now, -1), to: utcDay(now, -1) }),
      preset(l10n.t('Last 7 days'), { from: utcDay(now, -6), to: today }),
      preset(l10n.t('Last 30 days'), { from: utcDay(now, -29), to: today }),
      { label: l10n.t('Other days…') },
    ],
    { title: l10n.t('Filter by Date'), placeHolder: l10n.t('Days in UTC, sent to the service') },
  );
  return picked === undefined ? undefined : (picked.days ?? (await askForRange(now, before)));
}

async function askForRange(now: number, before: Days | undefined): Promise<Days | undefined> {
  const text = await vscode.window.showInputBox({
    title: l10n.t('Filter by Date'),
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
