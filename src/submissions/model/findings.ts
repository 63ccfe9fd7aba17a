import { checkOf, checkOfCode, type Check } from './checks.ts';
import type { Detail, Moment } from './detail.ts';
import { checkKinds, type CheckKind } from './readings.ts';
import type { Submission } from './submission.ts';

/** A contradiction in one record, with the numbers that make it one. */
export type Finding = OutcomeFinding | CheckFinding | TimesFinding;

type OutcomeFinding =
  | { readonly kind: 'rejectedWithoutCode' }
  | { readonly kind: 'deletedWithScores' }
  | { readonly kind: 'unknownCode'; readonly code: string };

type CheckFinding =
  | { readonly kind: 'reportedButPassed'; readonly check: Check; readonly code: string }
  | { readonly kind: 'reportedButNotEnforced'; readonly check: Check; readonly code: string }
  | { readonly kind: 'approvedButFailed'; readonly check: Check }
  | { readonly kind: 'exactlyAtThreshold'; readonly check: Check }
  | { readonly kind: 'noScore'; readonly check: CheckKind };

type TimesFinding =
  | { readonly kind: 'endsBeforeStart'; readonly process: string; readonly start: Moment; readonly end: Moment }
  | { readonly kind: 'createdBeforeStartClick'; readonly created: Moment; readonly startClick: Moment };

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
  // A million submissions go through here, and most have none.
  let kinds: Set<FindingKind> | undefined;
  const add = (kind: FindingKind): void => {
    kinds ??= new Set();
    kinds.add(kind);
  };
  if (submission.timesOutOfOrder) {
    add('timesOutOfOrder');
  }
  for (const { kind } of aboutOutcome(submission)) {
    add(kind);
  }
  for (const check of checkKinds) {
    for (const { kind } of aboutCheck(checkOf(submission, check), submission)) {
      add(kind);
    }
  }
  return kinds ?? noKinds;
}

const noKinds: ReadonlySet<FindingKind> = new Set();

/** All contradictions of a record, the ones about its outcome first. */
export function findingsOf(detail: Detail): readonly Finding[] {
  return [
    ...aboutOutcome(detail.submission),
    ...detail.checks.flatMap((check) => aboutCheck(check, detail.submission)),
    ...aboutTimes(detail),
  ];
}

function aboutOutcome(submission: Submission): readonly OutcomeFinding[] {
  if (submission.deleted) {
    const { measured } = submission;
    return checkKinds.some((kind) => measured[kind] !== undefined) ? [{ kind: 'deletedWithScores' }] : [];
  }
  if (submission.failCodes.length === 0) {
    return submission.status === 'rejected' ? [{ kind: 'rejectedWithoutCode' }] : [];
  }
  return submission.failCodes
    .filter((code) => checkOfCode(code) === undefined)
    .map((code) => ({ kind: 'unknownCode', code }));
}

function aboutCheck(check: Check, submission: Submission): readonly CheckFinding[] {
  if (submission.deleted) {
    // What deletion leaves out is not missing.
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
  if (check.margin === 0) {
    found.push({ kind: 'exactlyAtThreshold', check });
  }
  if (check.enforced && check.kind !== 'occlusion' && check.measured === undefined) {
    found.push({ kind: 'noScore', check: check.kind });
  }
  return found;
}

function* aboutTimes({ created, startClick, processes }: Detail): Generator<TimesFinding> {
  for (const { type, start, end } of processes) {
    if (start?.time !== undefined && end?.time !== undefined && end.time < start.time) {
      yield { kind: 'endsBeforeStart', process: type, start, end };
    }
  }
  if (created?.time !== undefined && startClick?.time !== undefined && created.time < startClick.time) {
    yield { kind: 'createdBeforeStartClick', created, startClick };
  }
}
