import * as l10n from '@vscode/l10n';
import { countText } from '../submissions/countText.ts';
import { scoredKinds, type ScoredKind } from '../submissions/readings.ts';
import { checkName, checkTitle, scoreText } from '../submissions/words.ts';
import { clamped } from '../submissions/verdictWords.ts';
import type { HistogramPart, ScoresPart, TableRow } from './insightsParts.ts';
import { seriesColumns, seriesNames } from './seriesWords.ts';
import { countCells, slicesOf, totalOf } from './slices.ts';
import { binWidth, type CheckTally } from './tally.ts';
import { thresholdText } from './policyChanges.ts';
import type { PartInput } from './view.ts';

/** How the scores of the five checks with scores are spread, each against its thresholds. */
export function scoresPart(input: PartInput): ScoresPart {
  return {
    title: l10n.t('Scores against the threshold'),
    names: seriesNames(),
    note: l10n.t('Heights grow with the square root of the count, so that few can be seen beside many.'),
    checks: scoredKinds.flatMap((kind, check) => {
      const of = input.tally.checks[check];
      return of === undefined ? [] : [histogram(kind, check, of, input)];
    }),
  };
}

function histogram(kind: ScoredKind, check: number, of: CheckTally, input: PartInput): HistogramPart {
  const { margin } = input;
  const thresholds = enforced(check, input);
  const current = currentOf(check, input);
  const name = checkTitle(kind);
  const inside = of.bins.reduce((sum, counts) => sum + totalOf(counts), 0);
  return {
    name,
    required: current > 0 ? `≥ ${scoreText(current)}` : l10n.t('not enforced'),
    near: thresholds.length === 0 ? '' : l10n.t('{0} within {1} points', countText(of.near), String(margin)),
    summary: l10n.t('{0}: {1} scores from 0 to 100; {2}.', name, countText(inside), thresholdsText(thresholds)),
    bins: of.bins.map((counts, bin) => {
      const [from, to] = [bin * binWidth, (bin + 1) * binWidth];
      return slicesOf(counts, { score: { check: kind, from, to } }, rangeText(kind, from, to), input);
    }),
    binWidth,
    thresholds: thresholds.map((threshold) => ({ at: clamped(threshold), label: scoreText(threshold) })),
    band: current > 0 ? { from: clamped(current - margin), to: clamped(current + margin) } : undefined,
    table: {
      title: l10n.t('Scores of {0}', checkName(kind)),
      columns: [{ label: l10n.t('Score'), number: false }, ...seriesColumns()],
      rows: rowsOf(kind, of, input),
      notes: [
        ...(inside === 0 ? [l10n.t('No submission has a score for it.')] : []),
        ...(totalOf(of.outside) > 0
          ? [l10n.t('{0} outside 0 to 100 are not drawn.', countText(totalOf(of.outside)))]
          : []),
      ],
    },
  };
}

function rowsOf(kind: ScoredKind, { bins }: CheckTally, { marks, narrowed }: PartInput): readonly TableRow[] {
  return bins.flatMap((counts, bin) => {
    const [from, to] = [bin * binWidth, (bin + 1) * binWidth];
    const total = totalOf(counts);
    return total === 0
      ? []
      : [
          {
            cells: [l10n.t('{0} to {1}', String(from), String(to)), ...countCells(counts).map(countText)],
            mark: marks.some(narrowed({ score: { check: kind, from, to } }), total, rangeText(kind, from, to)),
          },
        ];
  });
}

function rangeText(kind: ScoredKind, from: number, to: number): string {
  return l10n.t('{0} {1} to {2}', checkName(kind), String(from), String(to));
}

/** All thresholds that a policy of the sample enforces, the one of the newest submission first. */
function enforced(check: number, input: PartInput): readonly number[] {
  const all = input.sample.columns.policies.map(({ thresholds }) => thresholds[check] ?? 0);
  const others = all.filter((threshold) => threshold > 0).toSorted((one, other) => other - one);
  const current = currentOf(check, input);
  return [...new Set(current > 0 ? [current, ...others] : others)];
}

/** 0 where the newest policy does not enforce the check. */
function currentOf(check: number, { sample, tally }: PartInput): number {
  const threshold = sample.columns.policies[tally.newestPolicy ?? -1]?.thresholds[check] ?? 0;
  return Number.isNaN(threshold) ? 0 : threshold;
}

function thresholdsText(thresholds: readonly number[]): string {
  return thresholds.length === 0
    ? l10n.t('not enforced')
    : l10n.t('thresholds {0}', thresholds.map(thresholdText).join(', '));
}
