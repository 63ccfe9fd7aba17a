import * as l10n from '@vscode/l10n';
import type { Remedy } from '../api/explanation.ts';
import type { TimeZone } from '../submissions/model/days.ts';
import { narrowed, type LoadedFilter } from '../submissions/model/filter.ts';
import type { Mask } from '../submissions/privacy/mask.ts';
import type { Labelled } from '../submissions/words/recordParts.ts';
import type { Store } from '../submissions/store/store.ts';
import { codesPart } from './codesPart.ts';
import { dateWriter, type DateWriter } from './dates.ts';
import { daysPart } from './daysPart.ts';
import { findingsPart } from './findingsPart.ts';
import type { InsightsView } from './insightsParts.ts';
import { Marks } from './marks.ts';
import { nearMissesPart } from './nearMissesPart.ts';
import type { People } from './people.ts';
import { peoplePart } from './peoplePart.ts';
import { policiesPart } from './policiesPart.ts';
import type { Sample } from './sample.ts';
import { scoresPart } from './scoresPart.ts';
import { scopeText } from './scopeText.ts';
import type { Tally } from './tally.ts';

/** What the insights are made from. */
export interface InsightsInput {
  readonly store: Store;
  readonly sample: Sample;
  readonly tally: Tally;
  readonly people: People;
  /** Whether the service has older submissions that are not loaded. */
  readonly more?: boolean | undefined;
  /** Whose submissions, of which days and how many; one line each. */
  readonly facts: readonly string[];
  /** What helps where loading more failed; else none. */
  readonly remedies: readonly Labelled<Remedy>[];
  /** What lets the submissions through, and how that is said; empty texts where there is no filter. */
  readonly filter: LoadedFilter;
  readonly filterText: string;
  /** The conditions of the filter in words, in the order of `conditionsOf`. */
  readonly conditions?: readonly string[] | undefined;
  /** What the tree shows where that is something else, and whether it showed before what the page is about. */
  readonly besides?: { readonly text: string; readonly wasTree: boolean } | undefined;
  /** The days that were asked for, up to today, as numbers since 1970 in the zone; undefined where none were. */
  readonly asked?: { readonly from: number; readonly to: number } | undefined;
  /** The first and the last day of which all submissions are known; infinite where nothing is known to be missing. */
  readonly whole?: { readonly from: number; readonly to: number } | undefined;
  readonly zone: TimeZone;
  /** How many points around a threshold count as near. */
  readonly margin: number;
  readonly locale: string;
  readonly mask: Mask;
  /** Another one for other submissions: marks of one open nothing in another. */
  readonly generation: number;
}

/** What every part of the insights is made from. */
export interface PartInput extends InsightsInput {
  readonly marks: Marks;
  readonly dates: DateWriter;
  /** Makes what a mark opens narrower than what the insights are about: these leave deleted submissions out. */
  readonly narrowed: (filter: LoadedFilter) => LoadedFilter;
  /** All statuses but the two documented ones. */
  readonly otherStatuses: readonly string[];
}

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

/** From the first day to the last, and whose days they are. */
function coveredDays({ tally, dates, zone }: PartInput): readonly string[] {
  const days = [...tally.days.keys()].toSorted((one, other) => one - other);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) {
    return [];
  }
  const range = dates.range(first, last);
  return [zone === 'utc' ? l10n.t('{0}, days in UTC', range) : l10n.t('{0}, days in local time', range)];
}

function isDocumented(status: string): boolean {
  return status === 'approved' || status === 'rejected';
}
