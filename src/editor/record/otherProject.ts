import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Core } from '../core.ts';
import { pickOrMakeProject } from '../project/projectPick.ts';
import { openRecord } from './openRecord.ts';

/** Says that the project of a record is gone, and leads to the same id in another one. Nothing waits until this is answered. */
export function tellProjectOfRecordGone(core: Core, id: string): void {
  offerOtherProject(
    core,
    id,
    l10n.t('This project is no longer in VS Code, so nothing was done. Look for the submission in another one.'),
  );
}

/** Says why nothing was done with a record, and leads to the same id in another project. */
export function offerOtherProject(core: Core, id: string, text: string): void {
  const other = l10n.t('Look in Another Project…');
  // Nobody has to close a message before the command goes on.
  void core.guard(async () => {
    if ((await vscode.window.showWarningMessage(text, other)) === other) {
      await lookInOtherProject(core, id);
    }
  });
}

/**
 * Opens the record of the same id in a project that is chosen. The list stays with the project that it shows, unless
 * one is added or opened for this.
 */
export async function lookInOtherProject(core: Core, id: string): Promise<void> {
  const project = await pickOrMakeProject(core, l10n.t('Look in Another Project'));
  if (project !== undefined) {
    await openRecord(project.id, id);
  }
}
