import * as l10n from '@vscode/l10n';
import { plain } from '../submissions/words/plain.ts';
import { scoredKinds } from '../submissions/model/readings.ts';
import { marginText } from '../submissions/words/numberText.ts';
import { checkTitle, statusTitle } from '../submissions/words/titles.ts';
import { scoreCell, thresholdCell } from './cells.ts';
import { scoreAt } from './columns.ts';
import type { NumberCell, TablePart, TableRow } from './insightsParts.ts';
import type { NearMiss } from './tally.ts';
import type { PartInput } from './partInput.ts';

/** The submissions whose scores came nearest to their own thresholds, from either side. */
export function nearMissesPart(input: PartInput): TablePart {
  const { tally, margin, marks, narrowed } = input;
  return {
    title: l10n.t('Near misses'),
    columns: [
      { label: l10n.t('Submission'), number: false },
      { label: l10n.t('Check'), number: false },
      { label: l10n.t('Score'), number: true },
      { label: l10n.t('Required'), number: true },
      { label: l10n.t('Margin'), number: true },
      { label: l10n.t('Status'), number: false },
    ],
    rows: [...tally.nearestBelow, ...tally.nearestAbove].map((one) => rowOf(one, input)),
    notes:
      tally.near === 0
        ? [l10n.t('No score is within {0} of an enforced threshold.', String(margin))]
        : [
            l10n.t(
              'Within {0} of the threshold of its own policy: the nearest below it, then the nearest above.',
              String(margin),
            ),
          ],
    ...(tally.near > 0 && { more: marks.some(narrowed({ nearMiss: true }), tally.near, l10n.t('all near misses')) }),
  };
}

function rowOf({ place, check, threshold }: NearMiss, { store, sample, mask, marks }: PartInput): TableRow {
  const { columns } = sample;
  const number = columns.numbers[place] ?? 0;
  const { id, status } = store.at(number);
  const score = scoreAt(columns, place, check);
  const name = plain(mask.id(id), 60);
  const kind = scoredKinds[check];
  return {
    cells: [
      name,
      kind === undefined ? '' : checkTitle(kind),
      scoreCell(score, threshold),
      thresholdCell(threshold),
      marginCell(score, threshold),
      statusTitle(mask.text(status)),
    ],
    mark: marks.one(number, l10n.t('Show submission {0}', name)),
  };
}

function marginCell(score: number, threshold: number): NumberCell {
  const text = marginText(score, threshold);
  return { text, value: Number(text.replace('\u2212', '-')) };
}
