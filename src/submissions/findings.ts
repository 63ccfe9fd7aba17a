import { checkOfCode, checksOf, type Check } from './checks.ts';
import type { CheckKind } from './readings.ts';
import type { Detail, Moment } from './detail.ts';
import type { Submission } from './submission.ts';

/** A contradiction in one record, with the numbers that make it one. */
export type Finding =
  | { readonly kind: 'rejectedWithoutCode' }
  | { readonly kind: 'reportedButPassed'; readonly check: Check; readonly code: string }
  | { readonly kind: 'reportedButNotEnforced'; readonly check: Check; readonly code: string }
  | { readonly kind: 'approvedButFailed'; readonly check: Check }
  | { readonly kind: 'exactlyAtThreshold'; readonly check: Check }
  | { readonly kind: 'noScore'; readonly check: CheckKind }
  | { readonly kind: 'deletedWithScores' }
  | { readonly kind: 'endsBeforeStart'; readonly process: string; readonly start: Moment; readonly end: Moment }
  | { readonly kind: 'createdBeforeStartClick'; readonly created: Moment; readonly startClick: Moment }
  | { readonly kind: 'unknownCode'; readonly code: string };

/** The kinds of findings as one looks for them: all that is wrong with times is one kind. */
export const findingKinds = [
  'rejectedWithoutCode',
  'reportedButPassed',
  'reportedButNotEnforced',
  'approvedButFailed',
  'exactlyAtThreshold',
  'noScore',
  'deletedWithScores',
  'timesOutOfOrder',
  'unknownCode',
] as const;

/** A kind of finding as one looks for it. */
export type FindingKind = (typeof findingKinds)[number];

/** The kinds of a submission's findings, without reading its record again. */
export function findingKindsOf(submission: Submission): ReadonlySet<FindingKind> {
  const checks = checksOf(submission);
  const found: Iterable<Finding>[] = [
    aboutOutcome({ submission, checks }),
    ...checks.map((check) => aboutCheck(check, submission)),
  ];
  const kinds = new Set<FindingKind>(submission.untimely ? ['timesOutOfOrder'] : []);
  for (const findings of found) {
    for (const { kind } of findings) {
      kinds.add(kind === 'endsBeforeStart' || kind === 'createdBeforeStartClick' ? 'timesOutOfOrder' : kind);
    }
  }
  return kinds;
}

/** All contradictions of a record, the ones about its outcome first. */
export function findingsOf(detail: Detail): readonly Finding[] {
  return [
    ...aboutOutcome(detail),
    ...detail.checks.flatMap((check) => aboutCheck(check, detail.submission)),
    ...aboutTimes(detail),
  ];
}

function* aboutOutcome({ submission, checks }: Pick<Detail, 'submission' | 'checks'>): Generator<Finding> {
  if (submission.deleted) {
    if (checks.some(({ measured }) => measured !== undefined)) {
      yield { kind: 'deletedWithScores' };
    }
    return;
  }
  if (submission.status === 'rejected' && submission.failCodes.length === 0) {
    yield { kind: 'rejectedWithoutCode' };
  }
  for (const code of submission.failCodes) {
    if (checkOfCode(code) === undefined) {
      yield { kind: 'unknownCode', code };
    }
  }
}

function aboutCheck(check: Check, submission: Submission): readonly Finding[] {
  if (submission.deleted) {
    // What deletion leaves out is not missing.
    return [];
  }
  const found: Finding[] = [];
  if (check.reported !== undefined && check.computed === 'passed') {
    found.push({ kind: 'reportedButPassed', check, code: check.reported });
  }
  if (check.reported !== undefined && !check.enforced && check.kind !== 'occlusion') {
    found.push({ kind: 'reportedButNotEnforced', check, code: check.reported });
  }
  if (submission.status === 'approved' && check.computed === 'failed') {
    found.push({ kind: 'approvedButFailed', check });
  }
  if (check.margin === 0) {
    found.push({ kind: 'exactlyAtThreshold', check });
  }
  if (check.enforced && check.kind !== 'occlusion' && check.measured === undefined) {
    found.push({ kind: 'noScore', check: check.kind });
  }
  return found;
}

function* aboutTimes({ created, startClick, processes }: Detail): Generator<Finding> {
  for (const { type, start, end } of processes) {
    if (start?.time !== undefined && end?.time !== undefined && end.time < start.time) {
      yield { kind: 'endsBeforeStart', process: type, start, end };
    }
  }
  if (created?.time !== undefined && startClick?.time !== undefined && created.time < startClick.time) {
    yield { kind: 'createdBeforeStartClick', created, startClick };
  }
}
