import * as l10n from '@vscode/l10n';
import { recordFields } from '../../api/fields.ts';
import { isEqualByRounding } from '../model/checks.ts';
import type { Finding } from '../model/findings.ts';
import type { CheckKind } from '../model/readings.ts';
import { plain } from './plain.ts';

/** What a finding is about: a record field, a check, a fail code, a value by its path, or a camera run by its index. */
export type FindingPlace =
  keyof typeof recordFields | `check:${CheckKind}` | `code:${string}` | `value:${string}` | `run:${number}`;

/** The findings of a record by what they are about. */
export function byPlace(findings: readonly Finding[]): ReadonlyMap<FindingPlace, readonly Finding[]> {
  const places = new Map<FindingPlace, Finding[]>();
  for (const finding of findings) {
    const place = placeOf(finding);
    const there = places.get(place);
    if (there === undefined) {
      places.set(place, [finding]);
    } else {
      there.push(finding);
    }
  }
  return places;
}

function placeOf(finding: Finding): FindingPlace {
  switch (finding.kind) {
    case 'rejectedWithoutCode':
    case 'approvedWithCode':
      return 'status';
    case 'deletedWithScores':
      return 'deleted';
    case 'timeUnreadable':
      return finding.of === 'creation' ? 'created' : 'deletedAt';
    case 'createdBeforeStartClick':
      return 'created';
    case 'endsBeforeStart':
      return `run:${finding.run}`;
    case 'unknownCode':
      return `code:${finding.code}`;
    case 'oddValue':
      return `value:${finding.path}`;
    default:
      return `check:${finding.check.kind}`;
  }
}

/** A finding in a word or two, beside what it is about. */
export function findingHint(finding: Finding): string {
  switch (finding.kind) {
    case 'rejectedWithoutCode':
      return l10n.t('without a fail code');
    case 'approvedWithCode':
      return l10n.t('with fail codes');
    case 'deletedWithScores':
      return l10n.t('scores are still there');
    case 'timeUnreadable':
      return l10n.t('cannot be read');
    case 'createdBeforeStartClick':
      return l10n.t('before the start click');
    case 'endsBeforeStart':
      return l10n.t('before its start');
    case 'unknownCode':
      return l10n.t('not documented');
    case 'oddValue':
      return finding.read === undefined ? l10n.t('cannot be read') : l10n.t('read as {0}', plain(finding.read, 60));
    case 'reportedButPassed':
    case 'reportedButNotEnforced':
    case 'approvedButFailed':
      return l10n.t('disagrees');
    case 'implausibleScore':
      return l10n.t('implausible');
    case 'exactlyAtThreshold':
      return isEqualByRounding(finding.check)
        ? l10n.t('at the threshold only after rounding')
        : l10n.t('exactly at the threshold');
    case 'noScore':
      return l10n.t('no score');
  }
}
