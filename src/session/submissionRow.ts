import * as l10n from '@vscode/l10n';
import { clockOf, dayAndClock } from '../submissions/model/days.ts';
import type { Submission } from '../submissions/model/submission.ts';
import { maskedSubmission } from '../submissions/privacy/masked.ts';
import { countText } from '../submissions/words/countText.ts';
import { failureSummary } from '../submissions/words/failureSummary.ts';
import { plain } from '../submissions/words/plain.ts';
import { statusTitle } from '../submissions/words/titles.ts';
import { face, idPart, statusIcon, type Row, type RowIcon, type RowView } from './row.ts';

/** The rows of submissions below one row. Two projects may have the same id, so each row gets an id of its own. */
export function submissionRows(
  submissions: readonly Submission[],
  parent: Row | undefined,
  view: RowView,
): readonly Row[] {
  const copies = new Map<string, number>();
  return submissions.map((submission) => {
    const row = submissionRow(submission, parent, view);
    const copy = (copies.get(row.id) ?? 0) + 1;
    copies.set(row.id, copy);
    return copy === 1 ? row : { ...row, id: `${row.id}/${copy}` };
  });
}

/** The row of a submission: its id, when it came and what failed; or what failed first, and the id after it. */
export function submissionRow(submission: Submission, parent: Row | undefined, view: RowView): Row {
  const words = wordsOf(submission, parent, view);
  const isReasonFirst = view.loaded.arrangement.rowLabel === 'reason';
  const label = isReasonFirst ? words.reason || words.status : words.id;
  const status = isBelowStatus(parent) || label === words.status ? '' : unknownStatus(submission, words);
  return {
    ...face(view, `${parent?.id ?? ''}/${idPart(submission.id)}`, label, {
      description: described(words.time, [status, isReasonFirst ? words.id : words.reason], parent),
      spoken: joined(', ', [words.status, words.reason, words.time, words.id]),
      icon: submissionIcon(submission),
      parent,
    }),
    kind: 'submission',
    submission,
  };
}

/** The row of a KYC submission and its attempts, the newest first. */
export function kycRow(
  kycId: string,
  attempts: readonly [Submission, ...Submission[]],
  parent: Row | undefined,
  view: RowView,
): Row {
  const [newest] = attempts;
  const words = wordsOf(newest, parent, view);
  const count = attempts.length === 1 ? '' : l10n.t('{0} attempts', countText(attempts.length));
  const label = plain(view.mask.id(kycId), 120);
  return {
    ...face(view, `${parent?.id ?? 'kyc'}/kyc/${idPart(kycId)}`, label, {
      description: described(
        words.time,
        [unknownStatus(newest, words), newest.deleted ? words.reason : '', count],
        parent,
      ),
      spoken: joined(', ', [words.status, words.reason, words.time, count, label]),
      icon: submissionIcon(newest),
      parent,
    }),
    kind: 'attempts',
    submissions: attempts,
    expandable: true,
  };
}

/** The icon of a submission: a deleted one has its own. */
function submissionIcon({ deleted, status }: Submission): RowIcon {
  return deleted ? { name: 'trash', color: 'disabledForeground' } : statusIcon(status);
}

interface RowWords {
  readonly id: string;
  readonly status: string;
  /** What failed, or that it was deleted; empty where neither is so. */
  readonly reason: string;
  readonly time: string;
}

function wordsOf(submission: Submission, parent: Row | undefined, { mask, loaded }: RowView): RowWords {
  const { createdAt, deleted, status } = submission;
  const { zone } = loaded.arrangement;
  // Masked before it is shortened: an id that is cut in two would not be found, and its rest would be shown.
  const shown = maskedSubmission(submission, mask);
  return {
    id: plain(shown.id, 120),
    status: statusTitle(mask.text(status)),
    reason: deleted ? l10n.t('deleted') : failureSummary(shown),
    time:
      createdAt === undefined
        ? l10n.t('no time')
        : isBelowDay(parent)
          ? clockOf(createdAt, zone)
          : dayAndClock(createdAt, zone),
  };
}

/** The status in words, unless it is approved or rejected: everybody knows their icons. All others share one icon. */
function unknownStatus({ status }: Submission, words: RowWords): string {
  return ['approved', 'rejected'].includes(status) ? '' : words.status;
}

function isBelowStatus(row: Row | undefined): boolean {
  return row !== undefined && ((row.kind === 'group' && row.level === 'status') || isBelowStatus(row.parent));
}

/**
 * The text behind the label. Where no row above names the day, the time has its day and stands last, because a narrow
 * view cuts off the end.
 */
function described(time: string, what: readonly string[], parent: Row | undefined): string {
  return joined(' · ', isBelowDay(parent) ? [time, ...what] : [...what, time]);
}

/** Whether this row or one above it names the day. */
function isBelowDay(row: Row | undefined): boolean {
  return row !== undefined && ((row.kind === 'group' && row.level === 'day') || isBelowDay(row.parent));
}

function joined(separator: string, parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(separator);
}
