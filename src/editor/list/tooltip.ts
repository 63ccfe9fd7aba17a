import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { checkOf } from '../../submissions/model/checks.ts';
import { checkKinds } from '../../submissions/model/readings.ts';
import type { TimeZone } from '../../submissions/model/days.ts';
import { plain } from '../../submissions/words/plain.ts';
import type { Submission } from '../../submissions/model/submission.ts';
import { failureSummary } from '../../submissions/words/failureSummary.ts';
import { scoreText, thresholdText } from '../../submissions/words/numberText.ts';
import { shortTime } from '../../submissions/words/timeText.ts';
import { checkTitle, statusTitle } from '../../submissions/words/titles.ts';
import { languageOfWords } from '../window/language.ts';

/** The tooltip of a submission. Remote text is appended as text, so that no Markdown in it counts. */
export function tooltipOf(submission: Submission, zone: TimeZone): vscode.MarkdownString {
  const { id, status, createdAt, kycId, submitType, deleted, failCodes } = submission;
  const text = new vscode.MarkdownString();
  text.appendMarkdown('**').appendText(statusTitle(status)).appendMarkdown('** · ').appendText(plain(id, 120));
  const line = (title: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') {
      text.appendMarkdown('\n\n').appendText(`${title}: ${value}`);
    }
  };
  line(l10n.t('Created'), createdAt === undefined ? undefined : shortTime(createdAt, zone, languageOfWords()));
  if (deleted) {
    line(l10n.t('Deleted'), l10n.t('scores are not shown'));
    return text;
  }
  line(l10n.t('Why'), failureSummary(submission));
  line(
    l10n.t('Fail codes'),
    failCodes
      .slice(0, 8)
      .map((code) => plain(code, 60))
      .join(', '),
  );
  for (const kind of checkKinds) {
    const { measured, threshold, enforced, doubt } = checkOf(submission, kind);
    if (typeof measured === 'number') {
      const required = enforced && typeof threshold === 'number';
      line(
        checkTitle(kind),
        [
          scoreText(measured, threshold),
          required ? l10n.t(', at least {0}', thresholdText(threshold)) : '',
          doubt === undefined ? '' : l10n.t(' (implausible)'),
        ].join(''),
      );
    }
  }
  line(l10n.t('KYC submission'), kycId === undefined ? undefined : plain(kycId, 120));
  line(l10n.t('Submitted by'), submitType === undefined ? undefined : plain(submitType, 60));
  return text;
}
