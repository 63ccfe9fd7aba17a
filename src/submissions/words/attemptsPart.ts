import * as l10n from '@vscode/l10n';
import { bounded } from './bounded.ts';
import { clockOf, dayAndClock, dayOf, type TimeZone } from '../model/days.ts';
import { checkOf, isNumber } from '../model/checks.ts';
import type { Detail } from '../model/detail.ts';
import { plain } from './plain.ts';
import type { OtherAttempt, RecordContext } from './recordContext.ts';
import type { AttemptRow, AttemptsPart, Icon, Tone } from './recordParts.ts';
import { mostAttempts } from '../store/store.ts';
import type { Submission } from '../model/submission.ts';
import { failureSummary } from './failureSummary.ts';
import { scoreText } from './numberText.ts';
import { statusTitle } from './titles.ts';
import { countText } from './countText.ts';

/** The loaded attempts of the same KYC submission, the oldest first; undefined where the record names none. */
export function attemptsPart({ submission }: Detail, context: RecordContext): AttemptsPart | undefined {
  if (submission.kycId === undefined || submission.kycId === '') {
    return undefined;
  }
  const others = context.attempts;
  const current = { id: submission.id, shown: submission };
  const all = [current, ...others].toSorted((a, b) => timeOf(a) - timeOf(b));
  // If there are too many, those around this one are shown.
  const start = Math.max(0, Math.min(all.indexOf(current) - mostRows / 2, all.length - mostRows));
  const { shown, notes } = bounded(all.slice(start), mostRows);
  const days = new Set(
    all.map(({ shown: { createdAt } }) => (createdAt === undefined ? '' : dayOf(createdAt, context.zone))),
  );
  const time = days.size > 1 ? longTime : shortTime;
  return {
    title: l10n.t('Loaded attempts of {0}', plain(submission.kycId, 60)),
    rows:
      others.length === 0 ? [] : shown.map((one) => attemptRow(one, one === current, time(one.shown, context.zone))),
    notes:
      others.length === 0
        ? [l10n.t('No other loaded submission belongs to this KYC submission.')]
        : start > 0 || notes.length > 0
          ? [shownOf(shown.length, all.length)]
          : [],
  };
}

const mostRows = 20;

function timeOf({ shown: { createdAt } }: OtherAttempt): number {
  return createdAt ?? Infinity;
}

function shownOf(shown: number, all: number): string {
  return all > mostAttempts
    ? l10n.t('{0} of more than {1} are shown here.', shown, countText(mostAttempts))
    : l10n.t('{0} of {1} are shown here.', shown, countText(all));
}

function attemptRow({ id, shown }: OtherAttempt, current: boolean, time: string): AttemptRow {
  const [icon, tone] = lookOfStatus(shown);
  return {
    id,
    icon,
    tone,
    status: shown.deleted ? l10n.t('Deleted') : statusTitle(shown.status),
    time,
    what: shown.deleted ? '' : whatOf(shown),
    open: current ? l10n.t('this one') : l10n.t('Open'),
    openSpoken: current ? '' : l10n.t('Open {0}, {1}', plain(shown.id, 60), time),
    current,
  };
}

/** The shape and colour of a status. */
export function lookOfStatus({ status, deleted }: Submission): readonly [Icon, Tone] {
  if (deleted) {
    return ['deleted', 'quiet'];
  }
  return status === 'approved'
    ? ['passed', 'passed']
    : status === 'rejected'
      ? ['failed', 'failed']
      : ['open', 'warning'];
}

/** What failed; for a submission without a failure, how similar the faces were. */
function whatOf(submission: Submission): string {
  const { measured, threshold, doubt } = checkOf(submission, 'faceSimilarity');
  const failure = failureSummary(submission);
  return failure !== '' || !isNumber(measured) || doubt !== undefined
    ? failure
    : l10n.t('similarity {0}', scoreText(measured, threshold));
}

function shortTime({ createdAt }: Submission, zone: TimeZone): string {
  return createdAt === undefined ? l10n.t('no time') : clockOf(createdAt, zone);
}

function longTime(submission: Submission, zone: TimeZone): string {
  const { createdAt } = submission;
  return createdAt === undefined ? shortTime(submission, zone) : dayAndClock(createdAt, zone);
}
