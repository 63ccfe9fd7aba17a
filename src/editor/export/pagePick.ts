import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { LoadedPage } from '../../session/loaded.ts';
import type { TimeZone } from '../../submissions/model/days.ts';
import { shortTime } from '../../submissions/words/timeText.ts';
import { languageOfWords } from '../window/language.ts';
import { recordsText } from './exportEnd.ts';

/** Asks for one of the loaded pages, the newest first; the only one needs no question. */
export async function askForPage(
  title: string,
  pages: readonly LoadedPage[],
  zone: TimeZone,
): Promise<LoadedPage | undefined> {
  const [only] = pages;
  if (pages.length === 1) {
    return only;
  }
  const time = (value: number | undefined): string =>
    value === undefined ? l10n.t('no time') : shortTime(value, zone, languageOfWords());
  const items = pages
    .toSorted((a, b) => (b.newest ?? 0) - (a.newest ?? 0))
    .map((page) => ({
      label: l10n.t('Page {0}', page.number),
      description: recordsText(page.records + page.broken),
      detail: l10n.t('{0} to {1}', time(page.oldest), time(page.newest)),
      page,
    }));
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: l10n.t('Which of the loaded pages? To export more, use Export Range.'),
  });
  return picked?.page;
}
