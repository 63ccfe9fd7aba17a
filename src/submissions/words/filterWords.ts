import * as l10n from '@vscode/l10n';
import { dayOfNumber } from '../model/days.ts';
import type { DaysOfZone, LoadedFilter, ScoreRange } from '../model/filter.ts';
import type { FindingKind } from '../model/findings.ts';
import type { Mask } from '../privacy/mask.ts';
import { plain } from './plain.ts';
import { checkName, statusTitle } from './titles.ts';

/** The conditions of a filter in words, one text for each, for the line above the rows. */
export function filterWords(filter: LoadedFilter, mask: Mask): readonly string[] {
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
  const words: readonly (string | undefined)[] = [
    idPart === undefined ? undefined : l10n.t('id contains “{0}”', plain(mask.id(idPart), 40)),
    statuses?.map((status) => statusTitle(mask.text(status))).join(l10n.t(' or ')),
    failCodes?.map((code) => plain(mask.text(code), 40)).join(l10n.t(' or ')),
    submitTypes?.map((type) => submitTypeTitle(mask.text(type))).join(l10n.t(' or ')),
    findings?.map(findingKindTitle).join(l10n.t(' or ')),
    deleted === undefined ? undefined : deleted ? l10n.t('deleted') : l10n.t('not deleted'),
    nearMiss === true ? l10n.t('near miss') : undefined,
    kycId === undefined ? undefined : l10n.t('KYC submission {0}', plain(mask.id(kycId), 40)),
    days === undefined ? undefined : daysText(days),
    score === undefined ? undefined : scoreRangeText(score),
    policy === undefined ? undefined : l10n.t('one policy'),
    picked?.name,
  ];
  const own = words.filter((word) => word !== undefined);
  const others = and.flatMap((one) => filterWords(one, mask));
  // A condition that is set twice is named once.
  return [...own, ...new Set(others.filter((word) => !own.includes(word)))];
}

/** The label of a submit type; empty for submissions without one. */
export function submitTypeTitle(type: string): string {
  return type === '' ? l10n.t('no submit type') : plain(type, 40);
}

const findingTitles: Readonly<Record<FindingKind, () => string>> = {
  rejectedWithoutCode: () => l10n.t('Rejected without a fail code'),
  reportedButPassed: () => l10n.t('Fail code, but the score passes'),
  reportedButNotEnforced: () => l10n.t('Fail code, but the check is not enforced'),
  approvedButFailed: () => l10n.t('Approved, but a score is too low'),
  approvedWithCode: () => l10n.t('Approved, but with a fail code'),
  implausibleScore: () => l10n.t('Implausible score or threshold'),
  exactlyAtThreshold: () => l10n.t('Score exactly at its threshold'),
  noScore: () => l10n.t('Enforced, but no score'),
  deletedWithScores: () => l10n.t('Deleted, but still with scores'),
  timesOutOfOrder: () => l10n.t('Times out of order'),
  timeUnreadable: () => l10n.t('Time that cannot be read'),
  unknownCode: () => l10n.t('Unknown fail code'),
  oddValue: () => l10n.t('Value of another type than documented'),
};

/** The label of a kind of finding. */
export function findingKindTitle(kind: FindingKind): string {
  return findingTitles[kind]();
}

/** `2025-10-02`, or `2025-10-02 to 2025-10-08` */
export function daysText({ from, to }: DaysOfZone): string {
  return from === to ? dayOfNumber(from) : l10n.t('{0} to {1}', dayOfNumber(from), dayOfNumber(to));
}

/** `face similarity 84 to 86` */
export function scoreRangeText({ check, from, to }: ScoreRange): string {
  const name = checkName(check);
  if (from === -Infinity) {
    return l10n.t('{0} below {1}', name, String(to));
  }
  return to === Infinity
    ? l10n.t('{0} {1} or more', name, String(from))
    : l10n.t('{0} {1} to {2}', name, String(from), String(to));
}
