import { checksOf, spelledCode } from './checks.ts';
import { dayNumber, type TimeZone } from './days.ts';
import { findingKindsOf, type FindingKind } from './findings.ts';
import { policyKey, type Readings, type ScoredKind } from './readings.ts';
import type { Submission } from './submission.ts';

/**
 * Which of the loaded submissions are shown. All conditions must hold; of a list, one value is enough. It applies to
 * what is loaded: the service itself can select by days and id only.
 */
export interface LoadedFilter {
  /** A part of the id, whatever its case. */
  readonly idPart?: string | undefined;
  readonly statuses?: readonly string[] | undefined;
  /** In the spelling of `spelledCode`. */
  readonly failCodes?: readonly string[] | undefined;
  readonly submitTypes?: readonly string[] | undefined;
  readonly findings?: readonly FindingKind[] | undefined;
  readonly deleted?: boolean | undefined;
  /** Only submissions with a score near its enforced threshold, below or above. */
  readonly nearMiss?: boolean | undefined;
  readonly kycId?: string | undefined;
  readonly days?: DaysOfZone | undefined;
  readonly score?: ScoreRange | undefined;
  /** In the spelling of `policyKey`. */
  readonly policy?: string | undefined;
  /** Only these, by their ids, and what they are called. */
  readonly picked?: { readonly ids: ReadonlySet<string>; readonly name: string } | undefined;
  /** Further filters, all of which must hold as well. */
  readonly and?: readonly LoadedFilter[] | undefined;
}

/** Days of a zone, numbered since 1970, both inclusive. */
export interface DaysOfZone {
  readonly from: number;
  readonly to: number;
  readonly zone: TimeZone;
}

/** A range of scores of a check, in points. `to` is exclusive, except for 100. */
export interface ScoreRange {
  readonly check: ScoredKind;
  readonly from: number;
  readonly to: number;
}

/** The filter that lets everything through. */
export const noFilter: LoadedFilter = {};

/** Whether the filter lets everything through. */
export function isEmpty({ and = [], ...own }: LoadedFilter): boolean {
  return Object.values(own).every((value) => value === undefined) && and.every(isEmpty);
}

/** Combines two filters. The result is flat, so that it can be edited, unless both filters set the same condition. */
export function narrowed(filter: LoadedFilter, by: LoadedFilter): LoadedFilter {
  const asked = new Set(namesIn(filter));
  return namesIn(by).some((name) => asked.has(name))
    ? { ...filter, and: [...(filter.and ?? []), by] }
    : { ...filter, ...by };
}

/** One condition of a filter, and the filter that is left without it. */
export interface Condition {
  readonly condition: LoadedFilter;
  readonly without: LoadedFilter;
}

/** The conditions of a filter one by one, those of further filters too. */
export function conditionsOf(filter: LoadedFilter): readonly Condition[] {
  const { and = [], ...own } = filter;
  return [
    ...namesIn(own).map((name) => ({
      condition: Object.fromEntries(Object.entries(own).filter(([one]) => one === name)),
      without: Object.fromEntries(Object.entries(filter).filter(([one]) => one !== name)),
    })),
    ...and.flatMap((one, place) =>
      conditionsOf(one).map(({ condition, without }) => {
        const left = isEmpty(without) ? and.toSpliced(place, 1) : and.with(place, without);
        return { condition, without: { ...filter, and: left.length > 0 ? left : undefined } };
      }),
    ),
  ];
}

function namesIn(filter: LoadedFilter): readonly string[] {
  return Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [name]));
}

/** The test of a filter; `margin` is how many points around a threshold count as near. */
export function matcherOf(filter: LoadedFilter, margin: number): (submission: Submission) => boolean {
  const tests = testsOf(filter, margin);
  return (submission) => tests.every((test) => test(submission));
}

/** Whether a score lies within `margin` points of its enforced threshold. Deleted submissions have no scores left. */
export function isNearMiss(submission: Submission, margin: number): boolean {
  return (
    !submission.deleted &&
    checksOf(submission).some((check) => check.margin !== undefined && Math.abs(check.margin) <= margin + rounding)
  );
}

/** Tolerance for binary fractions: 8.3 - 3.3 is a little more than 5. */
const rounding = 1e-9;

type Test = (submission: Submission) => boolean;

function testsOf(filter: LoadedFilter, nearness: number): readonly Test[] {
  const {
    idPart,
    statuses,
    failCodes,
    submitTypes,
    findings,
    deleted,
    nearMiss,
    kycId,
    days,
    score,
    policy,
    picked,
    and = [],
  } = filter;
  const part = idPart?.toLowerCase();
  const tests: readonly (Test | undefined)[] = [
    // Cheap tests first: up to a million submissions are tested.
    statuses && (({ status }) => statuses.includes(status)),
    deleted === undefined ? undefined : (submission) => submission.deleted === deleted,
    kycId === undefined ? undefined : (submission) => submission.kycId === kycId,
    days && ((submission) => isOn(days, submission)),
    score && ((submission) => isWithin(score, submission)),
    policy === undefined ? undefined : policyTest(policy),
    picked && (({ id }) => picked.ids.has(id)),
    submitTypes && (({ submitType }) => submitTypes.includes(submitType ?? '')),
    failCodes &&
      ((submission) =>
        !submission.deleted && submission.failCodes.some((code) => failCodes.includes(spelledCode(code)))),
    part === undefined ? undefined : ({ id }) => id.toLowerCase().includes(part),
    nearMiss === true ? (submission) => isNearMiss(submission, nearness) : undefined,
    findings &&
      ((submission) => {
        const kinds = findingKindsOf(submission);
        return findings.some((kind) => kinds.has(kind));
      }),
  ];
  return [...tests.filter((test) => test !== undefined), ...and.flatMap((one) => testsOf(one, nearness))];
}

function isOn({ from, to, zone }: DaysOfZone, { createdAt }: Submission): boolean {
  const day = createdAt === undefined ? Number.NaN : dayNumber(createdAt, zone);
  return day >= from && day <= to;
}

function isWithin({ check, from, to }: ScoreRange, { measured, deleted }: Submission): boolean {
  const score = measured[check];
  return !deleted && typeof score === 'number' && score >= from && (score < to || (score === to && to === 100));
}

/** Many submissions share a policy object, so each is compared once. */
function policyTest(wanted: string): Test {
  const known = new WeakMap<Readings, boolean>();
  return ({ policy }) => {
    const found = known.get(policy) ?? policyKey(policy) === wanted;
    known.set(policy, found);
    return found;
  };
}
