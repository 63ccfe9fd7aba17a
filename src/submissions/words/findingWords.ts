import * as l10n from '@vscode/l10n';
import { bounded } from './bounded.ts';
import { isEqualByRounding, isNumber, type Check } from '../model/checks.ts';
import type { Doubt } from '../model/doubt.ts';
import { findingsOf, type CheckFinding, type Finding, type TimesFinding } from '../model/findings.ts';
import type { Detail } from '../model/detail.ts';
import type { FindingsPart } from './recordParts.ts';
import { duration } from './timeText.ts';
import { doubtText, measuredNumber, requiredNumber } from './verdictWords.ts';
import { checkName, checkTitle } from './titles.ts';
import { plain } from './plain.ts';

/** The findings of a record in words; undefined where there are none. */
export function findingsPart(detail: Detail): FindingsPart | undefined {
  const { shown, notes } = bounded(findingsOf(detail), 20);
  return shown.length === 0
    ? undefined
    : { title: l10n.t('Findings'), findings: shown.map((finding) => findingText(finding)), notes };
}

/** A finding as a sentence, with the numbers or texts that it is about. */
export function findingText(finding: Finding): string {
  switch (finding.kind) {
    case 'rejectedWithoutCode':
      return l10n.t('Rejected, but the service gave no fail code.');
    case 'approvedWithCode':
      return approvedWithCode(finding.codes);
    case 'deletedWithScores':
      return l10n.t('Deleted, but the record still carries scores.');
    case 'unknownCode':
      return l10n.t('The fail code {0} is not known from the service’s public pages.', plain(finding.code, 60));
    case 'endsBeforeStart':
    case 'createdBeforeStartClick':
    case 'timeUnreadable':
      return timesText(finding);
    case 'oddValue':
      return finding.read === undefined
        ? l10n.t(
            '{0} is {1}, which cannot be read as what that field holds. The JSON document has it as sent.',
            finding.path,
            plain(finding.json, 60),
          )
        : l10n.t('{0} is {1}, and is read as {2}.', finding.path, plain(finding.json, 60), plain(finding.read, 60));
    default:
      return checkText(finding);
  }
}

function approvedWithCode(codes: readonly string[]): string {
  const code = plain(codes[0] ?? '', 60);
  return codes.length === 1
    ? l10n.t('Approved, but the service gave the fail code {0}.', code)
    : l10n.t('Approved, but the service gave {0} fail codes, {1} first.', codes.length, code);
}

function checkText(finding: CheckFinding): string {
  const { check } = finding;
  switch (finding.kind) {
    case 'reportedButPassed':
      return l10n.t('The service reported {0}, but {1}.', plain(finding.code, 60), atLeast(check));
    case 'reportedButNotEnforced':
      return l10n.t(
        'The service reported {0}, but the policy does not enforce {1}.',
        plain(finding.code, 60),
        checkName(check.kind),
      );
    case 'approvedButFailed':
      return l10n.t('Approved, but {0}.', below(check));
    case 'implausibleScore':
      return implausible(check, finding.doubt);
    case 'exactlyAtThreshold':
      return atThreshold(check);
    case 'noScore':
      return check.measured === undefined
        ? l10n.t('The policy enforces {0}, but the record has no score for it.', checkName(check.kind))
        : l10n.t(
            'The policy enforces {0}, but its score “{1}” is not a number.',
            checkName(check.kind),
            plain(String(check.measured), 60),
          );
  }
}

function timesText(finding: TimesFinding): string {
  switch (finding.kind) {
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
    case 'timeUnreadable':
      return finding.of === 'creation'
        ? l10n.t(
            'The time of creation, “{0}”, cannot be read, so the submission is in no day.',
            plain(finding.text, 60),
          )
        : l10n.t('The time of deletion, “{0}”, cannot be read.', plain(finding.text, 60));
  }
}

function implausible(check: Check, doubt: Doubt): string {
  const [, score, threshold] = pair(check);
  const title = checkTitle(check.kind);
  return check.enforced && isNumber(check.threshold)
    ? l10n.t('{0} {1} beside the required {2} is implausible. {3}', title, score, threshold, doubtText(doubt))
    : l10n.t('{0} {1} is implausible. {2}', title, score, doubtText(doubt));
}

function atThreshold(check: Check): string {
  const title = checkTitle(check.kind);
  return isEqualByRounding(check)
    ? l10n.t(
        '{0} {1} equals its threshold {2} only after rounding. It counts as passed here.',
        title,
        measuredNumber(check),
        requiredNumber(check),
      )
    : l10n.t(
        '{0} {1} is exactly at its threshold. It counts as passed here: the service documents only that a lower score fails.',
        title,
        measuredNumber(check),
      );
}

function below(check: Check): string {
  return l10n.t('{0} {1} is below the required {2}', ...pair(check));
}

function atLeast(check: Check): string {
  return l10n.t('{0} {1} is not below the required {2}', ...pair(check));
}

function pair(check: Check): [string, string, string] {
  return [checkName(check.kind), measuredNumber(check), requiredNumber(check)];
}

function nameOf(process: string): string {
  return process === '' ? l10n.t('A camera process') : plain(process, 60);
}
