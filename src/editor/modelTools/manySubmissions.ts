import * as l10n from '@vscode/l10n';
import { insightsOf, type Insights } from '../../insights/insights.ts';
import { tableText } from '../../insights/markdown.ts';
import { simulate } from '../../insights/simulation.ts';
import { simulationView } from '../../insights/simulationView.ts';
import { notesOf, simulationTables } from '../../insights/tables.ts';
import { startFrom } from '../../insights/thresholds.ts';
import { insightsView } from '../../insights/view.ts';
import { Turn } from '../../json/turn.ts';
import { countWords } from '../../session/headline.ts';
import { dayAndClock } from '../../submissions/model/days.ts';
import { matcherOf, noFilter, type LoadedFilter } from '../../submissions/model/filter.ts';
import { scoredKinds, type ScoredKind } from '../../submissions/model/readings.ts';
import { maskedSubmission } from '../../submissions/privacy/masked.ts';
import { countText } from '../../submissions/words/countText.ts';
import { escapedMarkdown } from '../../submissions/words/escapedMarkdown.ts';
import { failureSummary } from '../../submissions/words/failureSummary.ts';
import { statusTitle } from '../../submissions/words/titles.ts';
import { maskOf, type Reading } from './reading.ts';

/** How many flips are named at most. */
const mostFlips = 20;

/** The newest submissions that a filter lets through as a table, and how many there are in all. */
export async function listText(filter: LoadedFilter, most: number, reading: Reading): Promise<string> {
  const { matching, newest } = await newestOf(filter, most, reading);
  const mask = maskOf(reading);
  const rows = newest.map((number) => {
    const submission = maskedSubmission(reading.shown.loaded.store.at(number), mask);
    const { id, createdAt, deleted, status } = submission;
    return [
      id,
      createdAt === undefined ? l10n.t('no time') : `${dayAndClock(createdAt, 'utc')} UTC`,
      deleted ? l10n.t('Deleted') : statusTitle(status),
      deleted ? '' : failureSummary(submission),
    ];
  });
  const columns = [l10n.t('Submission'), l10n.t('Time'), l10n.t('Status'), l10n.t('Why')];
  const shown = l10n.t('{0} of {1} are shown here.', countText(rows.length), countText(matching));
  return [
    loadedText(reading),
    shown,
    [columns, columns.map(() => '---'), ...rows]
      .map((cells, line) => `| ${cells.map((cell) => (line === 1 ? cell : escapedMarkdown(cell))).join(' | ')} |`)
      .join('\n'),
  ].join('\n\n');
}

/** Outcomes, codes, attempts, scores, policies, findings and near misses of all that a filter lets through, as Markdown. */
export async function insightsText(filter: LoadedFilter, reading: Reading): Promise<string> {
  const insights = await insightsFor(filter, reading);
  if (insights === undefined) {
    return noneText(reading);
  }
  const { shown, zone, locale } = reading;
  const { view } = insightsView({
    store: shown.loaded.store,
    ...insights,
    more: shown.loaded.more,
    facts: [],
    remedies: [],
    filter,
    filterText: '',
    zone,
    locale,
    mask: maskOf(reading),
    generation: 0,
    margin: shown.loaded.arrangement.nearness,
  });
  const { days, codes, people, scores, policies, findings, nearMisses } = view;
  const tables = [days.table, codes.table, people.table, policies, findings.table, nearMisses].filter(
    ({ rows }) => rows.length > 0,
  );
  return [
    loadedText(reading),
    ...scores.checks.map(({ summary, near }) => escapedMarkdown([summary, near].filter(Boolean).join(' '))),
    ...tables.map(tableText),
  ].join('\n\n');
}

/** What other thresholds would have done with all that is loaded; those that are not given stay as recorded. */
export async function thresholdsText(
  given: Readonly<Partial<Record<ScoredKind, number | undefined>>>,
  reading: Reading,
): Promise<string> {
  const insights = await insightsFor(noFilter, reading);
  if (insights === undefined) {
    return noneText(reading);
  }
  const tried = startFrom(insights.recorded).map(
    (threshold, check) => given[scoredKinds[check] ?? 'faceSimilarity'] ?? threshold,
  );
  const trial = { thresholds: tried, asRecorded: false, policy: undefined, mostFlips, signal: reading.signal };
  const simulation = await simulate(insights.sample.columns, trial);
  if (simulation === undefined) {
    return '';
  }
  const { store } = reading.shown.loaded;
  const mask = maskOf(reading);
  const { view } = simulationView({ store, insights, simulation, tried, choices: [], mask, generation: 0 });
  return [loadedText(reading), ...notesOf(view).map(escapedMarkdown), ...simulationTables(view).map(tableText)].join(
    '\n\n',
  );
}

async function insightsFor(filter: LoadedFilter, reading: Reading): Promise<Insights | undefined> {
  const { shown, zone, now, signal } = reading;
  const margin = shown.loaded.arrangement.nearness;
  const insights = await insightsOf(shown.loaded.store, filter, { zone, margin, now }, signal);
  return insights === undefined || insights.sample.columns.size === 0 ? undefined : insights;
}

async function newestOf(
  filter: LoadedFilter,
  most: number,
  { shown, signal }: Reading,
): Promise<{ readonly matching: number; readonly newest: readonly number[] }> {
  const { store, arrangement } = shown.loaded;
  const matches = matcherOf(filter, arrangement.nearness);
  const turn = new Turn();
  const newest: { readonly number: number; readonly time: number }[] = [];
  let matching = 0;
  const lengths = store.blocks.map(({ ids }) => ids.length);
  for (const [block, length] of lengths.entries()) {
    for (const number of store.numbersIn(block, length)) {
      if (matches(store.at(number))) {
        matching++;
        const sent = store.timeOf(number);
        const time = Number.isNaN(sent) ? -Infinity : sent;
        if (newest.length < most || time > (newest.at(-1)?.time ?? -Infinity)) {
          const after = newest.findIndex((other) => other.time < time);
          newest.splice(after === -1 ? newest.length : after, 0, { number, time });
          newest.length = Math.min(newest.length, most);
        }
      }
      if (turn.over) {
        await turn.pass();
        if (signal.aborted) {
          return { matching: 0, newest: [] };
        }
      }
    }
  }
  return { matching, newest: newest.map(({ number }) => number) };
}

/** How many are loaded, and whether the service has more: a model must not take a part for the whole. */
function loadedText({ shown }: Reading): string {
  const { loaded } = shown;
  const arrangement = { ...loaded.arrangement, filter: noFilter };
  return countWords({ ...shown, loaded: { ...loaded, arrangement } });
}

function noneText({ shown: { loaded } }: Reading): string {
  return l10n.t('Of what is loaded ({0} in all), no submission matches the filter.', countText(loaded.count));
}
