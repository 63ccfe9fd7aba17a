import * as l10n from '@vscode/l10n';
import { countText } from '../submissions/words/countText.ts';
import { scoredKinds, type ScoredKind } from '../submissions/model/readings.ts';
import { numberText } from '../submissions/words/numberText.ts';
import { checkName, checkTitle } from '../submissions/words/titles.ts';
import { clamped } from '../submissions/words/verdictWords.ts';
import { sliceCells } from './cells.ts';
import type { HistogramPart, ScoresPart, Slice, TableRow, Tick } from './insightsParts.ts';
import { seriesColumns, seriesNames } from './seriesWords.ts';
import { slicesOf, totalOf } from './slices.ts';
import { binWidth, type CheckTally } from './tally.ts';
import { policyText } from './policyChanges.ts';
import type { PartInput } from './partInput.ts';

/** More lines than this would hide the bars. */
const mostEarlier = 8;

/** How the scores of the five checks with scores are spread, each against its thresholds. */
export function scoresPart(input: PartInput): ScoresPart {
  return {
    title: l10n.t('Scores against the threshold'),
    names: seriesNames(),
    note: l10n.t(
      'Heights grow with the square root of the count, so that few can be seen beside many. Within a bar, colours share its height by count: compare them within a bar only.',
    ),
    checks: scoredKinds.flatMap((kind, check) => {
      const of = input.tally.checks[check];
      return of === undefined ? [] : [histogram(kind, check, of, input)];
    }),
  };
}

function histogram(kind: ScoredKind, check: number, of: CheckTally, input: PartInput): HistogramPart {
  const { margin } = input;
  const current = currentOf(check, input);
  const earlier = earlierThan(current, check, input);
  const thresholds = [...(current > 0 ? [current] : []), ...earlier];
  const drawn = earlier.slice(0, mostEarlier);
  const name = checkTitle(kind);
  const bins = of.bins.map((counts, bin) => {
    const [from, to] = [bin * binWidth, (bin + 1) * binWidth];
    return slicesOf(counts, { score: { check: kind, from, to } }, rangeText(kind, from, to), input);
  });
  const inside = of.bins.reduce((sum, counts) => sum + totalOf(counts), 0);
  return {
    name,
    required: requiredText(current),
    near:
      thresholds.length === 0
        ? ''
        : l10n.t('Within {0} of the threshold of its own policy: {1}', String(margin), countText(of.near)),
    summary: l10n.t('{0}, scores from 0 to 100: {1}; {2}.', name, countText(inside), thresholdsText(thresholds)),
    bins,
    binWidth,
    current: current > 0 ? tickOf(current) : undefined,
    earlier: drawn.map(tickOf),
    bands: bandsAround(thresholds, margin),
    table: {
      title: l10n.t('Scores of {0}', checkName(kind)),
      columns: [{ label: l10n.t('Score'), number: false }, ...seriesColumns()],
      rows: rowsOf(kind, bins, input),
      notes: [
        ...(inside === 0 ? [l10n.t('No submission has a score for it.')] : []),
        ...notDrawn(check, of, input),
        ...(drawn.length < earlier.length
          ? [l10n.t('Earlier thresholds that are not marked: {0}.', countText(earlier.length - drawn.length))]
          : []),
      ],
    },
  };
}

/** What the bars leave out, and what they draw although it is in doubt. */
function notDrawn(check: number, { outside, doubtful }: CheckTally, { sample }: PartInput): readonly string[] {
  const unreadable = sample.columns.unreadable[check] ?? 0;
  return [
    totalOf(outside) > 0
      ? l10n.t('Not drawn, as they are outside 0 to 100: {0}.', countText(totalOf(outside)))
      : undefined,
    unreadable > 0 ? l10n.t('Not drawn, as they are not numbers: {0}.', countText(unreadable)) : undefined,
    doubtful > 0
      ? l10n.t(
          'Drawn, but not compared with thresholds, as they may be placeholders or on another scale: {0}.',
          countText(doubtful),
        )
      : undefined,
  ].filter((note) => note !== undefined);
}

/** The ranges of scores near a threshold. Ranges that overlap or touch are joined. */
function bandsAround(thresholds: readonly number[], margin: number): HistogramPart['bands'] {
  const bands: { from: number; to: number }[] = [];
  for (const threshold of thresholds.toSorted((one, other) => one - other)) {
    const [from, to] = [clamped(threshold - margin), clamped(threshold + margin)];
    const last = bands.at(-1);
    if (last !== undefined && from <= last.to) {
      last.to = to;
    } else if (from < to) {
      bands.push({ from, to });
    }
  }
  return bands;
}

function tickOf(threshold: number): Tick {
  return { at: clamped(threshold), label: numberText(threshold) };
}

function rowsOf(
  kind: ScoredKind,
  bins: readonly (readonly Slice[])[],
  { marks, narrowed }: PartInput,
): readonly TableRow[] {
  return bins.flatMap((slices, bin) => {
    if (slices.length === 0) {
      return [];
    }
    const [from, to] = [bin * binWidth, (bin + 1) * binWidth];
    const total = slices.reduce((sum, { count }) => sum + count, 0);
    const mark = marks.some(narrowed({ score: { check: kind, from, to } }), total, rangeText(kind, from, to));
    const name = l10n.t('{0} to {1}', String(from), String(to));
    return [{ cells: [name, ...sliceCells(slices)], mark }];
  });
}

function rangeText(kind: ScoredKind, from: number, to: number): string {
  return l10n.t('{0} {1} to {2}', checkName(kind), String(from), String(to));
}

/** The thresholds of other policies that enforce the check, the one that was in force last first. */
function earlierThan(current: number, check: number, { sample, tally }: PartInput): readonly number[] {
  const others = sample.columns.policies
    .map(({ thresholds }, place) => ({ threshold: thresholds[check] ?? 0, last: tally.policies[place]?.last ?? NaN }))
    .filter(({ threshold }) => threshold > 0 && threshold !== current)
    .map(({ threshold, last }) => ({ threshold, last: Number.isNaN(last) ? -Infinity : last }))
    .toSorted((one, other) => (one.last === other.last ? 0 : other.last - one.last));
  return [...new Set(others.map(({ threshold }) => threshold))];
}

/** The threshold of the newest policy: 0 where it does not enforce the check, NaN where the threshold is no number. */
function currentOf(check: number, { sample, tally }: PartInput): number {
  return sample.columns.policies[tally.newestPolicy ?? -1]?.thresholds[check] ?? 0;
}

function requiredText(current: number): string {
  if (Number.isNaN(current)) {
    return l10n.t('the threshold is not a number');
  }
  return current > 0 ? `≥ ${numberText(current)}` : l10n.t('not enforced');
}

function thresholdsText(thresholds: readonly number[]): string {
  return thresholds.length === 0
    ? l10n.t('not enforced')
    : l10n.t('thresholds {0}', thresholds.map(policyText).join(', '));
}
