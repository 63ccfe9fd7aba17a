import * as l10n from '@vscode/l10n';
import { checkOfCode, failedChecks, type Check } from '../model/checks.ts';
import type { CheckKind, Reading } from '../model/readings.ts';
import { plain } from './plain.ts';
import type { Submission } from '../model/submission.ts';

/** More of what failed than this does not fit into a row. */
const mostParts = 8;

/** More decimals than this are not shortened but left as they are. */
const mostDecimals = 12;

/** The name of a check as a heading has it. */
export function checkTitle(kind: CheckKind): string {
  switch (kind) {
    case 'faceSimilarity':
      return l10n.t('Face similarity');
    case 'occlusion':
      return l10n.t('Occlusion');
    case 'faceCover':
      return l10n.t('Face cover');
    case 'headCover':
      return l10n.t('Head cover');
    case 'passiveLiveness':
      return l10n.t('Passive liveness');
    case 'activeLiveness':
      return l10n.t('Active liveness');
  }
}

/** The name of a check inside a sentence. */
export function checkName(kind: CheckKind): string {
  switch (kind) {
    case 'faceSimilarity':
      return l10n.t('face similarity');
    case 'occlusion':
      return l10n.t('occlusion');
    case 'faceCover':
      return l10n.t('face cover');
    case 'headCover':
      return l10n.t('head cover');
    case 'passiveLiveness':
      return l10n.t('passive liveness');
    case 'activeLiveness':
      return l10n.t('active liveness');
  }
}

/** A status as a heading: the two documented ones in words, any other as sent. */
export function statusTitle(status: string): string {
  switch (status) {
    case 'approved':
      return l10n.t('Approved');
    case 'rejected':
      return l10n.t('Rejected');
    case '':
      return l10n.t('No status');
    default:
      return plain(status, 60);
  }
}

/** A score or threshold with at most one decimal, and with more where fewer would make it look equal to `other`. */
export function scoreText(value: Reading, other?: Reading): string {
  if (typeof value !== 'number') {
    return typeof value === 'boolean' ? (value ? l10n.t('yes') : l10n.t('no')) : plain(value, 60);
  }
  return rounded(value, decimalsBetween(value, other));
}

/** How many decimals it takes for two numbers to read as the two that they are: 84.96 never reads as 85. */
export function decimalsBetween(value: number, other: Reading | undefined): number {
  for (let decimals = 1; decimals < mostDecimals; decimals++) {
    if (typeof other !== 'number' || value === other || rounded(value, decimals) !== rounded(other, decimals)) {
      return decimals;
    }
  }
  return mostDecimals;
}

/** A number with at most so many decimals; at the most there are, all that it has. */
export function rounded(value: number, decimals: number): string {
  return String(decimals === mostDecimals ? value : Number(value.toFixed(decimals)));
}

/** What failed, as briefly as a row of the tree has room for: `similarity 71 < 85`. Empty where nothing did. */
export function failureSummary(submission: Submission): string {
  const parts = [
    ...failedChecks(submission).map(briefly),
    ...submission.failCodes.filter((code) => checkOfCode(code) === undefined).map((code) => plain(code, 60)),
  ];
  if (parts.length === 0) {
    return submission.status === 'rejected' ? l10n.t('no fail code') : '';
  }
  return parts.length > mostParts ? `${parts.slice(0, mostParts).join(', ')}, …` : parts.join(', ');
}

function briefly({ kind, threshold, measured, computed }: Check): string {
  const name = briefName(kind);
  if (computed === 'failed' && measured !== undefined && threshold !== undefined) {
    return `${name} ${scoreText(measured, threshold)} < ${scoreText(threshold, measured)}`;
  }
  return kind === 'occlusion' ? l10n.t('face occluded') : l10n.t('{0} reported', name);
}

function briefName(kind: CheckKind): string {
  return kind === 'faceSimilarity' ? l10n.t('similarity') : checkName(kind);
}
