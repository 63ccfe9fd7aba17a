import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Submission } from '../../submissions/model/submission.ts';
import { knownIn } from '../../submissions/privacy/knownIds.ts';
import { failureSummary } from '../../submissions/words/failureSummary.ts';
import { shortTime } from '../../submissions/words/timeText.ts';
import { statusTitle } from '../../submissions/words/titles.ts';
import type { Core } from '../core.ts';
import { languageOfWords } from '../window/language.ts';
import { commandLink } from './places.ts';

/** How many characters before and after the pointer are searched, because lines of minified files can be very long. */
const reach = 300;

/** The hover on an id of a submission that is loaded or was looked up; undefined anywhere else. */
export function hoverAt(
  core: Core,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Hover | undefined {
  const project = core.shown.current;
  if (project === undefined) {
    return undefined;
  }
  const { line, character } = position;
  const from = Math.max(0, character - reach);
  const text = document.lineAt(line).text.slice(from, character + reach);
  const at = character - from;
  const { records } = core.session;
  const place = knownIn(text, records.knownOf(project.id)).find(({ start, end }) => start <= at && at <= end);
  const submission = place && records.known(project, place.id);
  return place && submission
    ? new vscode.Hover(
        contentOf(core, project.id, submission),
        new vscode.Range(line, from + place.start, line, from + place.end),
      )
    : undefined;
}

/** Status, time and what failed. While the screen is shared, neither an id nor an address that holds one is in it. */
function contentOf({ mask, zone }: Core, projectId: string, submission: Submission): vscode.MarkdownString {
  const { id, status, createdAt, deleted } = submission;
  const shown = mask();
  const title = deleted ? l10n.t('Deleted') : shown.text(statusTitle(status));
  const text = new vscode.MarkdownString();
  text.appendMarkdown('**').appendText(title).appendMarkdown('**');
  if (createdAt !== undefined) {
    text.appendText(` · ${shortTime(createdAt, zone(), languageOfWords())}`);
  }
  const why = deleted ? '' : failureSummary(submission);
  if (why !== '') {
    text.appendMarkdown('\n\n').appendText(shown.text(why));
  }
  if (!shown.on) {
    const link = commandLink({ command: 'faceauth.openRecord', given: [{ projectId, id, focus: true }] });
    text.appendMarkdown(`\n\n[${l10n.t('Open Submission')}](${link})`);
    text.isTrusted = { enabledCommands: ['faceauth.openRecord'] };
  }
  return text;
}
