import * as l10n from '@vscode/l10n';
import { countText } from '../submissions/words/countText.ts';
import type { Tone } from '../submissions/words/recordParts.ts';
import { countCell, shareCell } from './cells.ts';
import type { Mark, RankPart } from './insightsParts.ts';
import { shareText } from './seriesWords.ts';

/** Something that was counted. */
export interface Ranked {
  readonly name: string;
  readonly count: number;
  readonly mark: Mark;
}

interface Ranking {
  readonly title: string;
  readonly summary: string;
  readonly tone: Tone;
  /** What the names are. */
  readonly nameColumn: string;
  /** The total that the counts are shares of, and the title of the column of shares. */
  readonly whole: number;
  readonly shareColumn: string;
  readonly ranked: readonly Ranked[];
  readonly notes: readonly string[];
}

/** A ranking as bars and as a table. */
export function rankPart({ title, summary, tone, nameColumn, whole, shareColumn, ranked, notes }: Ranking): RankPart {
  return {
    title,
    summary,
    rows: ranked.map(({ name, count, mark }) => ({
      name,
      count,
      text: l10n.t('{0} · {1}', countText(count), shareText(count, whole)),
      tone,
      mark,
    })),
    table: {
      title,
      columns: [
        { label: nameColumn, number: false },
        { label: l10n.t('Submissions'), number: true },
        { label: shareColumn, number: true, percent: true },
      ],
      rows: ranked.map(({ name, count, mark }) => ({
        cells: [name, countCell(count), shareCell(count, whole)],
        mark,
      })),
      notes,
    },
  };
}
