import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import { daysText } from '../../session/headline.ts';
import type { Days, Project } from '../../session/state.ts';
import { asksService } from '../../sources/sources.ts';
import type { TimeZone } from '../../submissions/model/days.ts';
import { isEmpty, type LoadedFilter } from '../../submissions/model/filter.ts';
import { filterWords } from '../../submissions/words/filterWords.ts';
import type { Mask } from '../../submissions/privacy/mask.ts';
import { dayPresets } from '../list/dayPresets.ts';
import { askForRange } from '../list/filterDates.ts';
import { pickStep, type Steps } from '../window/flow.ts';
import { safeText } from '../window/safeText.ts';

/** What to export: the days, all of them when there are none, and whether only what the filter lets through. */
export interface Scope {
  readonly days: Days | undefined;
  readonly filtered: boolean;
}

/** What there is to choose of. */
export interface ScopeQuestion {
  readonly days: Days | undefined;
  readonly filter: LoadedFilter;
  readonly zone: TimeZone;
  readonly mask: () => Mask;
  /** Whose submissions. */
  readonly project: Project;
}

interface ScopeItem extends vscode.QuickPickItem {
  /** Absent where the days are typed. */
  readonly scope?: Scope;
}

/** Asks what to export; undefined when that was left. */
export async function askForScope(
  title: string,
  question: ScopeQuestion,
  steps: Steps,
): Promise<Scope | 'back' | undefined> {
  for (;;) {
    const picked = await pickStep({ title, placeholder: hintFor(question.project), items: itemsOf(question), steps });
    if (typeof picked !== 'object' || picked.scope !== undefined) {
      return typeof picked === 'object' ? picked.scope : picked;
    }
    const days = await askForRange(title, question.days, steps);
    if (days !== 'back') {
      return days && { days, filtered: false };
    }
  }
}

function hintFor(project: Project): string {
  if (asksService(project)) {
    return l10n.t('Days in UTC. What is not loaded is asked of the service.');
  }
  return project.file === undefined ? l10n.t('Days in UTC.') : l10n.t('Days in UTC. The file is read once more.');
}

function itemsOf({ days, filter, zone, mask, project }: ScopeQuestion): readonly ScopeItem[] {
  const words = [days === undefined ? undefined : daysText(days), ...filterWords(filter, mask())];
  const current = {
    label: l10n.t('Current filter'),
    description: safeText(words.filter((word) => word !== undefined).join(' · ')),
    scope: { days, filtered: true },
  };
  const presets = dayPresets(Date.now(), zone).map((preset) => ({
    label: preset.label,
    description: daysText(preset.days),
    scope: { days: preset.days, filtered: false },
  }));
  const everything = {
    label: l10n.t('Everything'),
    description: project.file === undefined ? l10n.t('all that the service has') : l10n.t('all that the file has'),
    scope: { days: undefined, filtered: false },
  };
  const isFiltered = days !== undefined || !isEmpty(filter);
  return [...(isFiltered ? [current] : []), ...presets, { label: l10n.t('Other days…') }, everything];
}
