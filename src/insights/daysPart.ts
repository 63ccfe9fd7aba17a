import * as l10n from '@vscode/l10n';
import { countText } from '../submissions/words/countText.ts';
import { shareCell, sliceCells } from './cells.ts';
import type { DaysPart, RatePart, Slice, TableRow, Tick } from './insightsParts.ts';
import { mostYears, periodsOf, type Period, type Unit } from './periods.ts';
import { changesIn, policyChange, type PolicyChange } from './policyChanges.ts';
import { outcomeOf, seriesColumns, seriesNames, shareText } from './seriesWords.ts';
import { slicesOf, totalOf } from './slices.ts';
import type { PartInput } from './partInput.ts';

/** Where the axis of the share of the rejected may end. */
const topShares = [0.05, 0.1, 0.2, 0.3, 0.5, 1];

/** At most this many labels fit below the bars. */
const mostTicks = 7;

/** More changes than this would hide the bars; the newest are marked. */
const mostChanges = 5;

/** What came of the submissions of each day, or of longer periods when there are many. */
export function daysPart(input: PartInput): DaysPart {
  const { tally } = input;
  const { unit, periods, far } = periodsOf(tally.days, input.asked);
  const title = titleOf(unit);
  const changes = changesIn(input.sample.columns, tally);
  const hidden = Math.max(0, changes.length - mostChanges);
  const untimed = totalOf(tally.untimed);
  const bars = periods.map((period) => slicesOfPeriod(period, unit, input));
  const partial = [...periods.keys()].filter((bar) => isPartial(periods[bar], input));
  const farCount = far.reduce((sum, { counts }) => sum + totalOf(counts), 0);
  const rows = [
    ...far.map((period) => ({ period, row: rowOf(period, slicesOfPeriod(period, 'day', input), 'day', input) })),
    ...periods.flatMap((period, index) =>
      totalOf(period.counts) > 0 ? [{ period, row: rowOf(period, bars[index] ?? [], unit, input) }] : [],
    ),
  ].toSorted((one, other) => other.period.from - one.period.from);
  return {
    title,
    summary: summaryOf(periods, unit, input),
    names: seriesNames(),
    bars,
    partial,
    rate: ratePart(periods, unit, input),
    ticks: ticksOf(periods, unit, input),
    changes: changeTicks(changes.slice(-mostChanges), periods),
    table: {
      title,
      columns: [
        { label: unitTitle(unit), number: false },
        ...seriesColumns(),
        { label: l10n.t('Share rejected'), number: true, percent: true },
      ],
      rows: rows.map(({ row }) => row),
      notes: [
        ...(partial.some((bar) => (bars[bar] ?? []).length > 0)
          ? [l10n.t('Pale bars are partial: not all of their submissions are loaded, or their time is not over.')]
          : []),
        ...(farCount > 0
          ? [
              l10n.t(
                'In the table only, as they are more than {0} years from the others: {1}.',
                mostYears,
                countText(farCount),
              ),
            ]
          : []),
        ...(hidden > 0 ? [l10n.t('Earlier changes of the policy that are not marked: {0}.', countText(hidden))] : []),
        ...(untimed > 0 ? [l10n.t('Left out, as they have no time: {0}.', countText(untimed))] : []),
        ...(rows.length === 0 ? [l10n.t('There is no submission with a time.')] : []),
      ],
    },
  };
}

/** Whether not all submissions of a period can be known. */
function isPartial(period: Period | undefined, { whole }: PartInput): boolean {
  return period !== undefined && whole !== undefined && (period.from < whole.from || period.to > whole.to);
}

function nameOf(period: Period, unit: Unit, input: PartInput): string {
  const name = input.dates.period(period, unit);
  return isPartial(period, input) ? l10n.t('{0} (partial)', name) : name;
}

function ratePart(periods: readonly Period[], unit: Unit, input: PartInput): RatePart {
  const points = periods.flatMap((period, bar) => {
    const { from, to, counts } = period;
    const [rejected, total] = [counts[outcomeOf.rejected] ?? 0, totalOf(counts)];
    if (total === 0) {
      return [];
    }
    const what = l10n.t('{0}, {1} rejected', nameOf(period, unit, input), shareText(rejected, total));
    const mark = input.marks.some(input.narrowed({ days: { from, to, zone: input.zone } }), total, what);
    return [{ bar, rate: rejected / total, ...mark }];
  });
  const highest = Math.max(0, ...points.map(({ rate }) => rate));
  const top = topShares.find((share) => share >= highest) ?? 1;
  const ends = { top: shareText(top, 1), zero: shareText(0, 1) };
  return { name: l10n.t('Share rejected'), top, ends, points };
}

function slicesOfPeriod(period: Period, unit: Unit, input: PartInput): readonly Slice[] {
  const { from, to, counts } = period;
  return slicesOf(counts, { days: { from, to, zone: input.zone } }, nameOf(period, unit, input), input);
}

function rowOf(period: Period, slices: readonly Slice[], unit: Unit, input: PartInput): TableRow {
  const { from, to, counts } = period;
  const total = totalOf(counts);
  const { marks, narrowed, zone } = input;
  const name = nameOf(period, unit, input);
  return {
    cells: [name, ...sliceCells(slices), shareCell(counts[outcomeOf.rejected] ?? 0, total)],
    mark: marks.some(narrowed({ days: { from, to, zone } }), total, name),
  };
}

function summaryOf(periods: readonly Period[], unit: Unit, { dates, tally }: PartInput): string {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) {
    return l10n.t('There is no submission with a time.');
  }
  const { rejected, approved, other } = outcomeOf;
  const counts = [approved, rejected, other].map((outcome) => countText(tally.outcomes[outcome] ?? 0));
  const when = first === last ? dates.period(first, unit) : dates.range(first.from, last.to);
  return l10n.t('{0}: {1} approved, {2} rejected, {3} with another status.', when, ...counts);
}

/** Labels below the middle of every n-th bar, so that there are at most `mostTicks`. */
function ticksOf(periods: readonly Period[], unit: Unit, { dates }: PartInput): readonly Tick[] {
  const step = Math.max(1, Math.ceil(periods.length / mostTicks));
  return periods.flatMap(({ from }, index) =>
    index % step === 0 ? [{ at: index + 0.5, label: dates.tick(from, unit) }] : [],
  );
}

function changeTicks(changes: readonly PolicyChange[], periods: readonly Period[]): readonly Tick[] {
  return changes.flatMap(({ day, before, after }) => {
    const at = periods.findIndex(({ from, to }) => from <= day && day <= to);
    const period = periods[at];
    // A bar may be as wide as a year, so the mark stands at the day of the change within the bar.
    return period === undefined
      ? []
      : [
          {
            at: at + (day - period.from) / (period.to - period.from + 1),
            label: policyChange(before, after),
          },
        ];
  });
}

function titleOf(unit: Unit): string {
  switch (unit) {
    case 'day':
      return l10n.t('Outcomes per day');
    case 'week':
      return l10n.t('Outcomes per week');
    case 'month':
      return l10n.t('Outcomes per month');
    case 'year':
      return l10n.t('Outcomes per year');
  }
}

function unitTitle(unit: Unit): string {
  switch (unit) {
    case 'day':
      return l10n.t('Day');
    case 'week':
      return l10n.t('Week');
    case 'month':
      return l10n.t('Month');
    case 'year':
      return l10n.t('Year');
  }
}
