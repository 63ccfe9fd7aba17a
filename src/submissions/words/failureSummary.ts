import * as l10n from '@vscode/l10n';
import { checkOfCode, failedChecks, type Check } from '../model/checks.ts';
import type { CheckKind } from '../model/readings.ts';
import type { Submission } from '../model/submission.ts';
import { scoreText, thresholdText } from './numberText.ts';
import { plain } from './plain.ts';
import { checkName } from './titles.ts';

/** A row of the tree names at most so many failures. */
const mostParts = 8;

/** What failed, for a row of the tree: `similarity 71 < 85`. Empty where nothing failed. */
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
    return `${name} ${scoreText(measured, threshold)} < ${thresholdText(threshold)}`;
  }
  return kind === 'occlusion' ? l10n.t('face occluded') : l10n.t('{0} reported', name);
}

function briefName(kind: CheckKind): string {
  return kind === 'faceSimilarity' ? l10n.t('similarity') : checkName(kind);
}
