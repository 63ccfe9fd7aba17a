import * as l10n from '@vscode/l10n';
import type { LoadedFilter } from '../submissions/model/filter.ts';
import { countText } from '../submissions/words/countText.ts';
import { countCell, shareCell } from './cells.ts';
import { ends, placesApart, type Comparison, type End } from './comparison.ts';
import type { ComparisonPart, NumberCell, TablePart, TableRow } from './insightsParts.ts';
import type { Marks } from './marks.ts';
import { thresholdsText } from './policyChanges.ts';
import { endTitle } from './simulationSummary.ts';
import type { Compared, SimulationInput } from './simulationInput.ts';
import type { Thresholds } from './thresholds.ts';
import { trialOf } from './trial.ts';

interface Apart {
  readonly ends: readonly [tried: End, compared: End];
  readonly label: string;
}

/** Two policies side by side: the outcomes of all submissions under each, and the submissions whose outcomes differ. */
export function comparisonPart(input: SimulationInput, compared: Compared, marks: Marks): ComparisonPart {
  const { counts } = compared;
  return {
    title: l10n.t('Tried and compared'),
    note: l10n.t('Compared: {0}', thresholdsText(compared.thresholds)),
    sides: sidesOf(counts),
    differences: differencesOf(input, compared, marks),
    announcement: l10n.t(
      'Of these, {0} approved as tried would be rejected as compared, {1} the other way round.',
      countText(counts.approved.rejected),
      countText(counts.rejected.approved),
    ),
  };
}

function sidesOf(counts: Comparison): TablePart {
  const all = ends.flatMap((end) => Object.values(counts[end])).reduce(sum, 0);
  const tried = (end: End): number => Object.values(counts[end]).reduce(sum, 0);
  const compared = (end: End): number => ends.map((one) => counts[one][end]).reduce(sum, 0);
  return {
    title: l10n.t('Outcomes under both policies'),
    columns: [
      { label: l10n.t('What'), number: false },
      { label: l10n.t('Tried'), number: true },
      { label: l10n.t('Compared'), number: true },
    ],
    rows: ends.map((end) => ({
      cells: [endTitle(end), sideCell(tried(end), all), sideCell(compared(end), all)],
      mark: undefined,
    })),
    notes: [],
  };
}

/** `1,234 · 45 %` */
function sideCell(count: number, all: number): NumberCell {
  return { text: `${countText(count)} · ${shareCell(count, all).text}`, value: count };
}

function differencesOf(input: SimulationInput, { thresholds, counts }: Compared, marks: Marks): TablePart {
  return {
    title: l10n.t('Where the outcomes differ'),
    columns: [
      { label: l10n.t('As tried → as compared'), number: false },
      { label: l10n.t('Count'), number: true },
    ],
    rows: aparts()
      .filter(({ ends: [tried, other] }) => counts[tried][other] > 0 || (tried !== 'open' && other !== 'open'))
      .map((apart) => rowOf(apart, counts[apart.ends[0]][apart.ends[1]], input, thresholds, marks)),
    notes: [],
  };
}

function rowOf(
  { ends: pair, label }: Apart,
  count: number,
  { store, insights, tried, choices }: SimulationInput,
  others: Thresholds,
  marks: Marks,
): TableRow {
  const find = (): LoadedFilter => {
    const { columns } = insights.sample;
    const places = placesApart(columns, trialOf(insights, tried, choices), others, pair);
    const ids = new Set(places.map((place) => store.at(columns.numbers[place] ?? 0).id));
    return { picked: { ids, name: l10n.t('Tried and compared: {0}', label) } };
  };
  return {
    cells: [label, countCell(count)],
    mark: count === 0 ? undefined : marks.found(`apart-${pair.join('-')}`, find, count, label),
  };
}

function aparts(): readonly Apart[] {
  return [
    { ends: ['approved', 'rejected'], label: l10n.t('Approved → rejected') },
    { ends: ['rejected', 'approved'], label: l10n.t('Rejected → approved') },
    { ends: ['approved', 'open'], label: l10n.t('Approved → cannot be decided') },
    { ends: ['rejected', 'open'], label: l10n.t('Rejected → cannot be decided') },
    { ends: ['open', 'approved'], label: l10n.t('Cannot be decided → approved') },
    { ends: ['open', 'rejected'], label: l10n.t('Cannot be decided → rejected') },
  ];
}

function sum(one: number, other: number): number {
  return one + other;
}
