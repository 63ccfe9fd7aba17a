import * as l10n from '@vscode/l10n';
import { dayLength } from '../api/timeReading.ts';
import { narrowed } from '../submissions/model/filter.ts';
import { zoneNames } from '../submissions/words/timeText.ts';
import { codesPart } from './codesPart.ts';
import { dateWriter } from './dates.ts';
import { daysPart } from './daysPart.ts';
import { findingsPart } from './findingsPart.ts';
import type { InsightsView } from './insightsParts.ts';
import { Marks } from './marks.ts';
import { nearMissesPart } from './nearMissesPart.ts';
import type { InsightsInput, PartInput } from './partInput.ts';
import { peoplePart } from './peoplePart.ts';
import { policiesPart } from './policiesPart.ts';
import { scoresPart } from './scoresPart.ts';
import { scopeText } from './scopeText.ts';

/** The insights in words and numbers, and what their marks open. */
export function insightsView(input: InsightsInput): { readonly view: InsightsView; readonly marks: Marks } {
  const { store, sample, filter, facts } = input;
  const marks = new Marks(store, input.generation);
  const leftOut = sample.deleted > 0 ? { deleted: false } : {};
  const parts: PartInput = {
    ...input,
    marks,
    dates: dateWriter(input.locale),
    narrowed: (by) => narrowed(filter, { ...leftOut, ...by }),
    otherStatuses: store.tally.status.map(({ value }) => value).filter((status) => !isDocumented(status)),
  };
  const view: InsightsView = {
    title: l10n.t('Insights'),
    facts: [...facts, ...coveredDays(parts)],
    remedies: input.remedies,
    filter: scopeText(input),
    buttonsTitle: l10n.t('Insights'),
    buttons: [
      { action: 'fetchRange', label: l10n.t('Fetch a Range…') },
      { action: 'copyMarkdown', label: l10n.t('Copy as Markdown') },
      { action: 'saveCsv', label: l10n.t('Save as CSV…') },
    ],
    days: daysPart(parts),
    codes: codesPart(parts),
    people: peoplePart(parts),
    scores: scoresPart(parts),
    nearMisses: nearMissesPart(parts),
    policies: policiesPart(parts),
    findings: findingsPart(parts),
    words: { table: l10n.t('Show as table'), saveSvg: l10n.t('Save Chart as SVG…'), show: l10n.t('Show') },
  };
  return { view, marks };
}

/** The days from the first to the last, and the time zone of these days. */
function coveredDays({ tally, dates, zone, locale }: PartInput): readonly string[] {
  const days = [...tally.days.keys()].toSorted((one, other) => one - other);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) {
    return [];
  }
  const range = dates.range(first, last);
  const noons = days.map((day) => (day + 0.5) * dayLength);
  return [l10n.t('{0}, days in {1}', range, zoneNames(noons, zone, locale))];
}

function isDocumented(status: string): boolean {
  return status === 'approved' || status === 'rejected';
}
