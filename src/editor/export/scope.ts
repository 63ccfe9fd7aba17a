import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { daysText } from '../../session/headline.ts';
import type { Days } from '../../session/state.ts';
import type { TimeZone } from '../../submissions/model/days.ts';
import { isEmpty, type LoadedFilter } from '../../submissions/model/filter.ts';
import { filterWords } from '../../submissions/words/filterWords.ts';
import type { Mask } from '../../submissions/privacy/mask.ts';
import { dayPresets } from '../list/dayPresets.ts';
import { askForRange } from '../list/filterDates.ts';
import { safeText } from '../window/safeText.ts';

/** What to export: the days, all of them when there are none, and whether only what the filter lets through. */
export interface Scope {
  readonly days: Days | undefined;
  readonly filtered: boolean;
}

interface Shown {
  readonly days: Days | undefined;
  readonly filter: LoadedFilter;
  readonly zone: TimeZone;
  readonly mask: () => Mask;
}

/** Asks what to export; undefined when nothing was chosen. */
export async function askForScope(title: string, { days, filter, zone, mask }: Shown): Promise<Scope | undefined> {
  const item = (label: string, description: string, ask: () => Promise<Scope | undefined>) => ({
    label,
    description,
    ask,
  });
  const words = [days === undefined ? undefined : daysText(days), ...filterWords(filter, mask())];
  const current =
    days === undefined && isEmpty(filter)
      ? []
      : [
          item(
            l10n.t('Current filter'),
            safeText(words.filter((word) => word !== undefined).join(' · ')),
            async () => ({ days, filtered: true }),
          ),
        ];
  const picked = await vscode.window.showQuickPick(
    [
      ...current,
      ...dayPresets(Date.now(), zone).map((preset) =>
        item(preset.label, daysText(preset.days), async () => ({ days: preset.days, filtered: false })),
      ),
      item(l10n.t('Other days…'), '', async () => {
        const range = await askForRange(title, Date.now(), days);
        return range && { days: range, filtered: false };
      }),
      item(l10n.t('Everything'), l10n.t('all that the service has'), async () => ({
        days: undefined,
        filtered: false,
      })),
    ],
    { title, placeHolder: l10n.t('Days in UTC. What is not loaded is asked of the service.') },
  );
  return await picked?.ask();
}
