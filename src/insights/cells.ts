import { countText } from '../submissions/words/countText.ts';
import { scoreText } from '../submissions/words/numberText.ts';
import { series, type Cell, type NumberCell, type Slice } from './insightsParts.ts';
import { policyText } from './policyChanges.ts';
import { shareText } from './seriesWords.ts';

/** A count. */
export function countCell(count: number): NumberCell {
  return { text: countText(count), value: count };
}

/** A part of a whole, in percent; files have it to two decimals. */
export function shareCell(part: number, whole: number): NumberCell {
  const percent = whole === 0 ? 0 : (part / whole) * 100;
  return { text: shareText(part, whole), value: Math.round(percent * 100) / 100 };
}

/** A threshold as recorded, which may be no number. */
export function thresholdCell(threshold: number): NumberCell {
  return { text: policyText(threshold), value: Number.isNaN(threshold) ? undefined : threshold };
}

/** A score beside its threshold. */
export function scoreCell(score: number, threshold: number): NumberCell {
  return { text: scoreText(score, threshold), value: score };
}

/** The counts of a bar in the order of `series`; each opens what its slice opens. */
export function sliceCells(slices: readonly Slice[]): readonly NumberCell[] {
  return series.map((one) => {
    const slice = slices.find((other) => other.series === one);
    return slice === undefined
      ? countCell(0)
      : { ...countCell(slice.count), mark: { key: slice.key, label: slice.label } };
  });
}

/** A cell as people read it. */
export function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text;
}
