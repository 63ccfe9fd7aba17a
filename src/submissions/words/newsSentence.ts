import * as l10n from '@vscode/l10n';
import type { Submission } from '../model/submission.ts';
import type { Mask } from '../privacy/mask.ts';
import { maskedSubmission } from '../privacy/masked.ts';
import { countText } from './countText.ts';
import { failureSummary } from './failureSummary.ts';
import { checkName, statusName, statusTitle } from './titles.ts';

/**
 * What came, in one sentence: `Rejected: face similarity 71 < 85` of one submission, `3 submissions: 2 rejected, 1
 * approved` of several. Empty where none came.
 */
export function newsSentence(news: readonly Submission[], mask: Mask): string {
  const [only, ...others] = news;
  if (only === undefined) {
    return '';
  }
  if (others.length === 0) {
    const reason = only.deleted ? l10n.t('deleted') : failureSummary(maskedSubmission(only, mask), checkName);
    const title = statusTitle(mask.text(only.status));
    return reason === '' ? title : l10n.t('{0}: {1}', title, reason);
  }
  const byStatus = [...Map.groupBy(news, ({ status }) => status)].toSorted(([, a], [, b]) => b.length - a.length);
  const counts = byStatus.map(([status, { length }]) => countOf(mask.text(status), countText(length)));
  return l10n.t('{0} submissions: {1}', countText(news.length), counts.join(', '));
}

function countOf(status: string, count: string): string {
  switch (status) {
    case 'approved':
      return l10n.t('{0} approved', count);
    case 'rejected':
      return l10n.t('{0} rejected', count);
    default:
      return l10n.t('{0} {1}', count, statusName(status));
  }
}
