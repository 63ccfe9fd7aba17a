import * as l10n from '@vscode/l10n';
import { bounded } from './bounded.ts';
import type { Check } from '../model/checks.ts';
import { findingsOf, type Finding } from '../model/findings.ts';
import type { Detail } from '../model/detail.ts';
import type { FindingsPart } from './recordParts.ts';
import { duration } from './timeText.ts';
import { scoreText, thresholdText } from './numberText.ts';
import { checkName, checkTitle } from './titles.ts';
import { plain } from './plain.ts';

/** The contradictions of a record in words; undefined where there are none. */
export function findingsPart(detail: Detail): FindingsPart | undefined {
  const { shown, notes } = bounded(findingsOf(detail), 20);
  return shown.length === 0
    ? undefined
    : { title: l10n.t('Findings'), findings: shown.map((finding) => findingText(finding)), notes };
}

/** One contradiction in words, with the numbers that make it one. */
export function findingText(finding: Finding): string {
  switch (finding.kind) {
    case 'rejectedWithoutCode':
      return l10n.t('Rejected, but the service gave no fail code.');
    case 'reportedButPassed':
      return l10n.t('The service reported {0}, but {1}.', plain(finding.code, 60), atLeast(finding.check));
    case 'reportedButNotEnforced':
      return l10n.t(
        'The service reported {0}, but the policy does not enforce {1}.',
        plain(finding.code, 60),
        checkName(finding.check.kind),
      );
    case 'approvedButFailed':
      return l10n.t('Approved, but {0}.', below(finding.check));
    case 'exactlyAtThreshold':
      return l10n.t(
        '{0} {1} is exactly at its threshold. It counts as passed here: the service documents only that a lower score fails.',
        checkTitle(finding.check.kind),
        thresholdText(finding.check.threshold ?? ''),
      );
    case 'noScore':
      return l10n.t('The policy enforces {0}, but the record has no score for it.', checkName(finding.check));
    case 'deletedWithScores':
      return l10n.t('Deleted, but the record still carries scores.');
    case 'endsBeforeStart':
      return l10n.t(
        '{0} ends {1} before it starts: {2} to {3}.',
        nameOf(finding.process),
        duration((finding.start.time ?? 0) - (finding.end.time ?? 0)),
        plain(finding.start.text, 40),
        plain(finding.end.text, 40),
      );
    case 'createdBeforeStartClick':
      return l10n.t(
        'Created {0} before the start click: {1}, clicked {2}.',
        duration((finding.startClick.time ?? 0) - (finding.created.time ?? 0)),
        plain(finding.created.text, 40),
        plain(finding.startClick.text, 40),
      );
    case 'unknownCode':
      return l10n.t('The fail code {0} is not known from the service’s public pages.', plain(finding.code, 60));
  }
}

function below(check: Check): string {
  return l10n.t('{0} {1} is below the required {2}', ...pair(check));
}

function atLeast(check: Check): string {
  return l10n.t('{0} {1} is not below the required {2}', ...pair(check));
}

function pair({ kind, measured = '', threshold = '' }: Check): [string, string, string] {
  return [checkName(kind), scoreText(measured, threshold), thresholdText(threshold)];
}

function nameOf(process: string): string {
  return process === '' ? l10n.t('A camera process') : plain(process, 60);
}
