import * as l10n from '@vscode/l10n';
import type { Submission } from '../../submissions/model/submission.ts';
import type { Mask } from '../../submissions/privacy/mask.ts';
import { maskedSubmission } from '../../submissions/privacy/masked.ts';
import { countText } from '../../submissions/words/countText.ts';
import { failureSummary } from '../../submissions/words/failureSummary.ts';
import { plain } from '../../submissions/words/plain.ts';
import { statusTitle } from '../../submissions/words/titles.ts';

/** What a watch tells about what came: the outcome of the newest first, `Rejected: similarity 71 < 85 (fa_…)`. */
export function newsText(news: readonly Submission[], newest: Submission, mask: Mask): string {
  const shown = maskedSubmission(newest, mask);
  const what = newest.deleted ? l10n.t('deleted') : failureSummary(shown);
  const status = statusTitle(shown.status);
  const outcome = what === '' ? status : `${status}: ${what}`;
  const one = `${outcome} (${plain(shown.id, 60)})`;
  return news.length === 1 ? one : l10n.t('{0}. {1} submissions came.', one, countText(news.length));
}
