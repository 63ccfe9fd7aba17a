import { checkOfCode, type Check } from './checks.ts';
import type { CheckKind } from './readings.ts';
import type { Detail, Moment } from './detail.ts';

/** A contradiction in one record, with the numbers that make it one. */
export type Finding =
  | { readonly kind: 'rejectedWithoutCode' }
  | { readonly kind: 'reportedButPassed'; readonly check: Check; readonly code: string }
  | { readonly kind: 'approvedButFailed'; readonly check: Check }
  | { readonly kind: 'exactlyAtThreshold'; readonly check: Check }
  | { readonly kind: 'noScore'; readonly check: CheckKind }
  | { readonly kind: 'deletedWithScores' }
  | { readonly kind: 'endsBeforeStart'; readonly process: string; readonly start: Moment; readonly end: Moment }
  | { readonly kind: 'createdBeforeStartClick'; readonly created: Moment; readonly startClick: Moment }
  | { readonly kind: 'unknownCode'; readonly code: string };

/** All contradictions of a record, the ones about its outcome first. */
export function findingsOf(detail: Detail): readonly Finding[] {
  return [
    ...aboutOutcome(detail),
    ...detail.checks.flatMap((check) => aboutCheck(check, detail)),
    ...aboutTimes(detail),
  ];
}

function* aboutOutcome({ submission, checks }: Detail): Generator<Finding> {
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

function aboutCheck(check: Check, { submission }: Detail): readonly Finding[] {
  if (submission.deleted) {
    // What deletion leaves out is not missing.
    return [];
  }
  const found: Finding[] = [];
  if (check.reported !== undefined && check.computed === 'passed') {
    found.push({ kind: 'reportedButPassed', check, code: check.reported });
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
