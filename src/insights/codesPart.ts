import * as l10n from '@vscode/l10n';
import { checkOfCode } from '../submissions/model/checks.ts';
import { countText } from '../submissions/words/countText.ts';
import type { LoadedFilter } from '../submissions/model/filter.ts';
import { plain } from '../submissions/words/plain.ts';
import type { RankPart } from './insightsParts.ts';
import { rankPart, type Ranked } from './rankPart.ts';
import { outcomeOf } from './seriesWords.ts';
import type { PartInput } from './partInput.ts';

/** At most this many codes are listed; rarer ones are only counted. */
const mostCodes = 30;

/** Why submissions were rejected, by the service's own codes. */
export function codesPart(input: PartInput): RankPart {
  const { codes, withoutCode, outcomes } = input.tally;
  const rejected = outcomes[outcomeOf.rejected] ?? 0;
  const byCount = [...codes].toSorted(([, one], [, other]) => other - one);
  const ranked = byCount
    .slice(0, mostCodes)
    .map(([code, count]) => rankedCode(codeName(code, input), count, { failCodes: [code] }, input));
  if (withoutCode > 0) {
    const filter: LoadedFilter = { findings: ['rejectedWithoutCode'] };
    ranked.push(rankedCode(l10n.t('No code at all'), withoutCode, filter, input));
  }
  const none = rejected === 0 ? [l10n.t('No submission was rejected.')] : [];
  ranked.sort((one, another) => another.count - one.count);
  const left = byCount.length - mostCodes;
  return rankPart({
    title: l10n.t('Why submissions were rejected'),
    summary:
      none[0] ?? l10n.t('Rejected submissions by fail code, the most frequent first: {0} in all.', countText(rejected)),
    tone: 'failed',
    nameColumn: l10n.t('Fail code'),
    whole: rejected,
    shareColumn: l10n.t('Share of the rejected'),
    ranked,
    notes: [
      ...none,
      ...(left > 0 ? [l10n.t('Rarer codes that are not listed: {0}.', countText(left))] : []),
      ...(ranked.length > 1 ? [l10n.t('A submission with several codes counts for each of them.')] : []),
    ],
  });
}

function codeName(code: string, { mask }: PartInput): string {
  const name = plain(mask.text(code), 60);
  return checkOfCode(code) === undefined ? l10n.t('{0} · unknown', name) : name;
}

function rankedCode(name: string, count: number, filter: LoadedFilter, { marks, narrowed }: PartInput): Ranked {
  return { name, count, mark: marks.some(narrowed({ ...filter, statuses: ['rejected'] }), count, name) };
}
