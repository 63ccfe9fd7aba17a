import * as l10n from '@vscode/l10n';
import { countText } from '../submissions/words/countText.ts';
import { narrowed } from '../submissions/model/filter.ts';
import { findingKindTitle } from '../submissions/words/filterWords.ts';
import type { RankPart } from './insightsParts.ts';
import { rankPart } from './rankPart.ts';
import type { PartInput } from './partInput.ts';

/**
 * How many submissions contradict themselves, by kind of finding. Deleted submissions count here, because one kind is
 * about them.
 */
export function findingsPart({ sample, marks, filter }: PartInput): RankPart {
  const found = [...sample.findings].filter(([, count]) => count > 0).toSorted(([, one], [, other]) => other - one);
  const whole = sample.columns.size + sample.deleted;
  const none = found.length === 0 ? [l10n.t('No submission contradicts itself.')] : [];
  return rankPart({
    title: l10n.t('Findings'),
    summary:
      none[0] ?? l10n.t('Contradictions by kind, the most frequent first. Submissions in all: {0}.', countText(whole)),
    tone: 'warning',
    nameColumn: l10n.t('Finding'),
    whole,
    shareColumn: l10n.t('Share of all'),
    ranked: found.map(([kind, count]) => {
      const name = findingKindTitle(kind);
      return { name, count, mark: marks.some(narrowed(filter, { findings: [kind] }), count, name) };
    }),
    notes: none,
  });
}
