import { checkOf, checkOfCode, isNumber, type Check } from './checks.ts';
import type { Detail, Moment, OddValue } from './detail.ts';
import type { Doubt } from './doubt.ts';
import { checkKinds, isEnforced, type CheckKind } from './readings.ts';
import type { Submission } from './submission.ts';

/** A contradiction in one record with the numbers that cause it, or a value that is not what its field should hold. */
export type Finding = OutcomeFinding | CheckFinding | TimesFinding | ({ readonly kind: 'oddValue' } & OddValue);

type OutcomeFinding =
  | { readonly kind: 'rejectedWithoutCode' }
  | { readonly kind: 'approvedWithCode'; readonly codes: readonly string[] }
  | { readonly kind: 'deletedWithScores' }
  | { readonly kind: 'unknownCode'; readonly code: string };

/** What is wrong with one check. */
export type CheckFinding =
  | { readonly kind: 'reportedButPassed'; readonly check: Check; readonly code: string }
  | { readonly kind: 'reportedButNotEnforced'; readonly check: Check; readonly code: string }
  | { readonly kind: 'approvedButFailed'; readonly check: Check }
  | { readonly kind: 'exactlyAtThreshold'; readonly check: Check }
  | { readonly kind: 'implausibleScore'; readonly check: Check; readonly doubt: Doubt }
  | { readonly kind: 'noScore'; readonly check: Check };

/** A run of the camera, by its index in `Detail.processes`. */
interface Run {
  readonly run: number;
  readonly start: Moment;
  readonly end: Moment;
}

/** What is wrong with the times of a record. */
export type TimesFinding =
  | ({ readonly kind: 'endsBeforeStart'; readonly process: string } & Run)
  | { readonly kind: 'createdBeforeStartClick'; readonly created: Moment; readonly startClick: Moment }
  | { readonly kind: 'timeUnreadable'; readonly of: 'creation' | 'deletion'; readonly text: string };

/** The kinds of findings that a filter offers; times in the wrong order are one kind. */
export const findingKinds = [
  'rejectedWithoutCode',
  'reportedButPassed',
  'reportedButNotEnforced',
  'approvedButFailed',
  'approvedWithCode',
  'implausibleScore',
  'exactlyAtThreshold',
  'noScore',
  'deletedWithScores',
  'timesOutOfOrder',
  'timeUnreadable',
  'unknownCode',
  'oddValue',
] as const;

/** One of `findingKinds`. */
export type FindingKind = (typeof findingKinds)[number];

/** The kinds of a submission's findings. The same as those of `findingsOf`, without reading its record again. */
export function findingKindsOf(submission: Submission): ReadonlySet<FindingKind> {
  // Up to a million submissions are asked, and most have no finding: no set is made for those.
  let kinds: Set<FindingKind> | undefined;
  const add = (kind: FindingKind): void => {
    kinds ??= new Set();
    kinds.add(kind);
  };
  if (submission.timesOutOfOrder) {
    add('timesOutOfOrder');
  }
  if (submission.timeUnreadable) {
    add('timeUnreadable');
  }
  if (submission.hasOddities) {
    add('oddValue');
  }
  for (const { kind } of aboutOutcome(submission)) {
    add(kind);
  }
  for (const check of checkKinds) {
    if (!isUnremarkable(submission, check)) {
      for (const { kind } of aboutCheck(checkOf(submission, check), submission)) {
        add(kind);
      }
    }
  }
  return kinds ?? noKinds;
}

/** A cheap test first: whether nothing can be wrong with a check, as with most. */
function isUnremarkable({ policy, measured, failCodes, deleted }: Submission, check: CheckKind): boolean {
  if (deleted) {
    return true;
  }
  if (failCodes.length > 0) {
    return false;
  }
  if (check === 'occlusion') {
    return true;
  }
  const [threshold, score] = [policy[check], measured[check]];
  if (!isEnforced(threshold)) {
    return !isNumber(score) || (score >= 0 && score <= 100);
  }
  // So neither number can be on a scale from 0 to 1.
  return isNumber(threshold) && isNumber(score) && threshold >= 1 && score > threshold && score <= 100;
}

const noKinds: ReadonlySet<FindingKind> = new Set();

/** All findings of a record: about its outcome, its checks, its times and single values, in this order. */
export function findingsOf(detail: Detail): readonly Finding[] {
  return [
    ...aboutOutcome(detail.submission),
    ...detail.checks.flatMap((check) => aboutCheck(check, detail.submission)),
    ...aboutTimes(detail),
    ...detail.oddValues.map((value) => ({ kind: 'oddValue', ...value }) as const),
  ];
}

function aboutOutcome(submission: Submission): readonly OutcomeFinding[] {
  if (submission.deleted) {
    return checkKinds.some((kind) => hasScore(submission, kind)) ? [{ kind: 'deletedWithScores' }] : [];
  }
  const { failCodes: codes, status } = submission;
  if (codes.length === 0) {
    return status === 'rejected' ? [{ kind: 'rejectedWithoutCode' }] : [];
  }
  const unknown = codes.filter((code) => checkOfCode(code) === undefined);
  return [
    ...(status === 'approved' ? [{ kind: 'approvedWithCode', codes } as const] : []),
    ...unknown.map((code) => ({ kind: 'unknownCode', code }) as const),
  ];
}

/** Whether a check was measured, be it with a score that is implausible. */
function hasScore({ measured }: Submission, kind: CheckKind): boolean {
  return isNumber(measured[kind]) || (kind === 'occlusion' && typeof measured[kind] === 'boolean');
}

function aboutCheck(check: Check, submission: Submission): readonly CheckFinding[] {
  if (submission.deleted) {
    // Deletion takes scores away, so a missing one is no finding.
    return [];
  }
  const found: CheckFinding[] = [];
  if (check.reported !== undefined && check.computed === 'passed') {
    found.push({ kind: 'reportedButPassed', check, code: check.reported });
  }
  if (check.reported !== undefined && !check.enforced && check.kind !== 'occlusion') {
    found.push({ kind: 'reportedButNotEnforced', check, code: check.reported });
  }
  if (submission.status === 'approved' && check.computed === 'failed') {
    found.push({ kind: 'approvedButFailed', check });
  }
  if (check.doubt !== undefined) {
    found.push({ kind: 'implausibleScore', check, doubt: check.doubt });
  }
  // Where the service reported a failure, its report decides, not our reading of equality.
  if (check.margin === 0 && check.reported === undefined) {
    found.push({ kind: 'exactlyAtThreshold', check });
  }
  if (check.enforced && check.kind !== 'occlusion' && !isNumber(check.measured) && isDecided(submission)) {
    found.push({ kind: 'noScore', check });
  }
  return found;
}

/** A submission that is still pending may get its scores later. */
function isDecided({ status }: Submission): boolean {
  return status === 'approved' || status === 'rejected';
}

function* aboutTimes({ created, deletedAt, startClick, processes }: Detail): Generator<TimesFinding> {
  for (const [of, at] of [
    ['creation', created],
    ['deletion', deletedAt],
  ] as const) {
    if (at !== undefined && at.time === undefined) {
      yield { kind: 'timeUnreadable', of, text: at.text };
    }
  }
  for (const [run, { type, start, end }] of processes.entries()) {
    if (start?.time !== undefined && end?.time !== undefined && end.time < start.time) {
      yield { kind: 'endsBeforeStart', process: type, run, start, end };
    }
  }
  if (created?.time !== undefined && startClick?.time !== undefined && created.time < startClick.time) {
    yield { kind: 'createdBeforeStartClick', created, startClick };
  }
}
