import * as l10n from '@vscode/l10n';
import { checkOfCode, isNumber, type Check } from '../model/checks.ts';
import type { Detail } from '../model/detail.ts';
import type { RecordContext } from './recordContext.ts';
import type { Segment } from './recordParts.ts';
import { phrase, strong } from './segments.ts';
import { fullTime } from './timeText.ts';
import { measuredNumber, requiredNumber } from './verdictWords.ts';
import { checkName, statusName } from './titles.ts';
import { plain } from './plain.ts';

/** One sentence that says the outcome of a submission, and why. */
export function sentenceOf(detail: Detail, context: RecordContext): readonly Segment[] {
  const { submission } = detail;
  if (submission.deleted) {
    return deletedSentence(detail, context);
  }
  const why = joined([...detail.checks.flatMap(failureClause), ...codesClause(submission.failCodes)]);
  switch (submission.status) {
    case 'rejected':
      return rejectedSentence(detail, why);
    case 'approved':
      return why.length > 0 ? phrase(l10n.t('Approved, although {0}.'), why) : approvedSentence(detail.checks);
    case '':
      return why.length > 0
        ? phrase(l10n.t('The record says neither approved nor rejected; {0}.'), why)
        : phrase(l10n.t('The record says neither approved nor rejected.'));
    default: {
      const status = strong(plain(submission.status, 60), 'warning');
      return why.length > 0
        ? phrase(l10n.t('The status is “{0}”, neither approved nor rejected; {1}.'), status, why)
        : phrase(l10n.t('The status is “{0}”, neither approved nor rejected.'), status);
    }
  }
}

function rejectedSentence({ submission, checks, comments }: Detail, why: readonly Segment[]): readonly Segment[] {
  if (submission.failCodes.length > 0) {
    return phrase(l10n.t('Rejected: {0}.'), why);
  }
  const doubts = joined(checks.flatMap(doubtClause));
  if (why.length > 0 || doubts.length > 0) {
    return phrase(l10n.t('Rejected: {0}; the service gave no fail code.'), why.length > 0 ? why : doubts);
  }
  return comments.length > 0
    ? phrase(l10n.t('Rejected without a fail code, and no score is below its threshold; the service left a comment.'))
    : phrase(l10n.t('Rejected without a fail code or a comment, and no score is below its threshold.'));
}

function approvedSentence(checks: readonly Check[]): readonly Segment[] {
  const enforced = checks.filter(({ kind, enforced: is }) => is && kind !== 'occlusion');
  const passed = enforced.filter(({ verdict }) => verdict === 'passed');
  const [only] = passed;
  if (enforced.length === 0) {
    return phrase(l10n.t('Approved; the record’s policy enforces no score.'));
  }
  const doubts = joined(enforced.flatMap(doubtClause));
  if (doubts.length > 0) {
    return only === undefined
      ? phrase(l10n.t('Approved, but {0}.'), doubts)
      : phrase(
          l10n.t('Approved: {0} of {1} enforced checks passed, but {2}.'),
          strong(passed.length, 'passed'),
          strong(enforced.length),
          doubts,
        );
  }
  if (only === undefined) {
    return phrase(l10n.t('Approved; the record does not show how: no enforced check can be decided from it.'));
  }
  if (passed.length < enforced.length) {
    const template = l10n.t(
      'Approved: {0} of {1} enforced checks passed; the others cannot be decided from the record.',
    );
    return phrase(template, strong(passed.length, 'passed'), strong(enforced.length));
  }
  return passed.length === 1
    ? phrase(l10n.t('Approved: {0} {1} is at or above the required {2}.'), name(only), ...numbers(only, 'passed'))
    : phrase(l10n.t('Approved: all {0} enforced checks passed.'), strong(passed.length, 'passed'));
}

function deletedSentence({ submission, deletedAt }: Detail, context: RecordContext): readonly Segment[] {
  const when =
    deletedAt?.time === undefined
      ? deletedAt && strong(plain(deletedAt.text, 60))
      : strong(fullTime(deletedAt.time, context.zone, context.locale));
  const status = strong(statusName(submission.status));
  if (when === undefined) {
    return submission.status === ''
      ? phrase(l10n.t('Deleted; the record has no status.'))
      : phrase(l10n.t('Deleted; its status was {0}.'), status);
  }
  return submission.status === ''
    ? phrase(l10n.t('Deleted on {0}; the record has no status.'), when)
    : phrase(l10n.t('Deleted on {0}; its status was {1}.'), when, status);
}

/** The clauses of a check that failed; none for any other. */
function failureClause(check: Check): readonly (readonly Segment[])[] {
  if (check.verdict !== 'failed') {
    return [];
  }
  if (check.kind === 'occlusion') {
    return [phrase(l10n.t('the face was reported as {0}'), strong(l10n.t('occluded'), 'failed'))];
  }
  if (check.computed === 'failed') {
    return [phrase(l10n.t('{0} {1} is below the required {2}'), name(check), ...numbers(check, 'failed'))];
  }
  const failed = strong(checkName(check.kind), 'failed');
  if (check.computed === 'passed') {
    const template = l10n.t('{0} was reported as failed although {1} is not below the required {2}');
    return [phrase(template, failed, ...numbers(check, 'quiet'))];
  }
  return [phrase(l10n.t('{0} was reported as failed'), failed), ...doubtClause(check)];
}

/** The clause of an enforced check whose numbers are implausible; none for any other. */
function doubtClause(check: Check): readonly (readonly Segment[])[] {
  return check.doubt === undefined || !check.enforced || !isNumber(check.threshold)
    ? []
    : [phrase(l10n.t('{0} {1} beside the required {2} is implausible'), name(check), ...numbers(check, 'quiet'))];
}

/** The clause of the codes that belong to no check. */
function codesClause(codes: readonly string[]): readonly (readonly Segment[])[] {
  const unknown = codes.filter((code) => checkOfCode(code) === undefined);
  const [first] = unknown;
  if (first === undefined) {
    return [];
  }
  const code = strong(plain(first, 60), 'failed');
  return [
    unknown.length === 1
      ? phrase(l10n.t('the service gave the unknown fail code {0}'), code)
      : phrase(l10n.t('the service gave {0} unknown fail codes, {1} first'), strong(unknown.length), code),
  ];
}

function name({ kind }: Check): readonly Segment[] {
  return [{ text: checkName(kind) }];
}

function numbers(check: Check, tone: 'failed' | 'passed' | 'quiet'): readonly (readonly Segment[])[] {
  return [strong(measuredNumber(check), tone), strong(requiredNumber(check), 'quiet')];
}

function joined(clauses: readonly (readonly Segment[])[]): readonly Segment[] {
  const last = clauses.at(-1) ?? [];
  const before = clauses
    .slice(0, -1)
    .reduce<readonly Segment[]>(
      (text, clause) => (text.length === 0 ? clause : phrase(l10n.t('{0}, {1}'), text, clause)),
      [],
    );
  return before.length === 0 ? last : phrase(l10n.t('{0}, and {1}'), before, last);
}
