import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { success } from '../../api/failure.ts';
import type { Place } from '../../submissions/model/submission.ts';
import { keep } from '../../submissions/store/source.ts';
import type { Core } from '../core.ts';
import type { LiveRecord } from '../record/liveRecord.ts';
import { failureText } from '../window/failureNotice.ts';

/** The record of a document, from where it is loaded or from its service; throws VS Code's own error where it is neither. */
export async function findRecord({ mask, shown }: Pick<Core, 'mask' | 'shown'>, record: LiveRecord): Promise<Place> {
  const { projectId } = record.target;
  const project = shown.byId(projectId);
  if (project === undefined) {
    throw unavailable(
      l10n.t(
        'The project of this submission is no longer in VS Code. Switch to the project that has it, and use Look Up Submission.',
      ),
    );
  }
  const found = record.copy === undefined ? await record.read() : success(record.copy);
  if (!found.ok && found.failure.kind === 'unreadableRecord') {
    return { source: keep(found.failure.answer()), ...found.failure.at };
  }
  if (!found.ok) {
    throw unavailable(failureText(found.failure, mask()));
  }
  if (found.value === undefined) {
    throw unavailable(l10n.t('The project “{0}” has no submission of this id.', project.name));
  }
  return found.value;
}

/** The error with which VS Code says that a document could not be opened. */
export function unavailable(message: string): vscode.FileSystemError {
  return vscode.FileSystemError.Unavailable(message);
}
