import * as l10n from '@vscode/l10n';
import { scoredKinds } from '../submissions/model/readings.ts';
import type { LoadedFilter } from '../submissions/model/filter.ts';
import { countText } from '../submissions/words/countText.ts';
import { checkName } from '../submissions/words/titles.ts';
import { countCell, shareCell } from './cells.ts';
import type { End } from './comparison.ts';
import type { TablePart, TableRow } from './insightsParts.ts';
import { openReasons, type OpenReason } from './judge.ts';
import type { Marks } from './marks.ts';
import type { Simulation } from './simulation.ts';
import type { SimulationInput } from './simulationInput.ts';
import { trialOf } from './trial.ts';
import { placesOf, type Verdict } from './verdicts.ts';

interface SummaryRow {
  readonly label: string;
  readonly verdicts: readonly Verdict[];
}

/**
 * The outcomes that the submissions would have had, each with its count, its share of all and a mark that opens them.
 * The counts add up to all.
 */
export function summaryPart(input: SimulationInput, marks: Marks): TablePart {
  const all = allOf(input.simulation);
  const title =
    all === 1
      ? l10n.t('What would have come of 1 submission')
      : l10n.t('What would have come of {0} submissions', countText(all));
  return tableOf(title, wholeRows(), input, marks);
}

/**
 * How many submissions flip, stay, contradict themselves, or cannot be decided, with a row for each reason. The counts
 * add up to all.
 */
export function detailsPart(input: SimulationInput, marks: Marks): TablePart {
  const { simulation } = input;
  const rows = [...splitRows(), ...openReasons.map((reason) => ({ label: reasonText(reason), verdicts: [reason] }))];
  return {
    ...tableOf(
      l10n.t('Unchanged, flipped and undecided'),
      rows.filter((row) => countOf(simulation, row) > 0),
      input,
      marks,
    ),
    notes: [
      ...(countOf(simulation, contradictingRow()) > 0
        ? [l10n.t('Submissions that contradict their own recorded scores are not counted as flipped.')]
        : []),
      ...(simulation.counts.noScore > 0 ? [l10n.t('No score of: {0}.', lackingText(simulation))] : []),
    ],
  };
}

function tableOf(title: string, rows: readonly SummaryRow[], input: SimulationInput, marks: Marks): TablePart {
  return {
    title,
    columns: [
      { label: l10n.t('What'), number: false },
      { label: l10n.t('Count'), number: true },
      { label: l10n.t('Share'), number: true, percent: true },
    ],
    rows: rows.map((row) => rowOf(row, input, marks)),
    notes: [],
  };
}

/** How many were looked at. */
export function allOf({ counts }: Simulation): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** The summary as a sentence to be said aloud. */
export function summaryText(simulation: Simulation): string {
  const [approved, rejected, open] = wholeRows().map((row) => countText(countOf(simulation, row)));
  return l10n.t(
    '{0} would be approved, {1} would be rejected, {2} cannot be decided.',
    approved ?? '',
    rejected ?? '',
    open ?? '',
  );
}

/** Rows whose counts add up to all submissions. */
function wholeRows(): readonly SummaryRow[] {
  return [
    {
      label: endTitle('approved'),
      verdicts: ['toApproved', 'staysApproved', 'contradictingApproved'],
    },
    {
      label: endTitle('rejected'),
      verdicts: ['toRejected', 'staysRejected', 'contradictingRejected'],
    },
    { label: endTitle('open'), verdicts: openReasons },
  ];
}

/** The title of the row of an outcome. */
export function endTitle(end: End): string {
  switch (end) {
    case 'approved':
      return l10n.t('Would be approved');
    case 'rejected':
      return l10n.t('Would be rejected');
    case 'open':
      return l10n.t('Cannot be decided');
  }
}

function splitRows(): readonly SummaryRow[] {
  return [
    { label: l10n.t('Rejected → approved'), verdicts: ['toApproved'] },
    { label: l10n.t('Approved → rejected'), verdicts: ['toRejected'] },
    { label: l10n.t('Unchanged'), verdicts: ['staysApproved', 'staysRejected'] },
    contradictingRow(),
  ];
}

function contradictingRow(): SummaryRow {
  return {
    label: l10n.t('Contradicts its own scores'),
    verdicts: ['contradictingApproved', 'contradictingRejected'],
  };
}

function countOf({ counts }: Simulation, { verdicts }: SummaryRow): number {
  return verdicts.reduce((sum, verdict) => sum + counts[verdict], 0);
}

function rowOf(row: SummaryRow, input: SimulationInput, marks: Marks): TableRow {
  const { label, verdicts } = row;
  const count = countOf(input.simulation, row);
  const find = (): LoadedFilter => picked(verdicts, l10n.t('What if: {0}', label), input);
  return {
    cells: [label, countCell(count), shareCell(count, allOf(input.simulation))],
    mark: count === 0 ? undefined : marks.found(verdicts.join('-'), find, count, label),
  };
}

function picked(
  verdicts: readonly Verdict[],
  name: string,
  { store, insights, tried, choices }: SimulationInput,
): LoadedFilter {
  const { columns } = insights.sample;
  const trial = trialOf(insights, tried, choices);
  const ids = placesOf(columns, trial, verdicts).map((place) => store.at(columns.numbers[place] ?? 0).id);
  return { picked: { ids: new Set(ids), name } };
}

function lackingText({ checks }: Simulation): string {
  return scoredKinds
    .map((kind, check) => ({ name: checkName(kind), lacking: checks[check]?.lacking ?? 0 }))
    .filter(({ lacking }) => lacking > 0)
    .map(({ name, lacking }) => l10n.t('{0} {1}', name, countText(lacking)))
    .join(', ');
}

function reasonText(reason: OpenReason): string {
  switch (reason) {
    case 'noScore':
      return l10n.t('Undecided: no score');
    case 'implausible':
      return l10n.t('Undecided: implausible score');
    case 'occlusion':
      return l10n.t('Undecided: occlusion');
    case 'unknownCode':
      return l10n.t('Undecided: unknown fail code');
    case 'status':
      return l10n.t('Undecided: neither approved nor rejected');
  }
}
