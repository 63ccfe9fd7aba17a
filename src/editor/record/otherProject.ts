import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Core } from '../core.ts';
import { pickAnyProject } from '../project/projectPick.ts';
import { openRecord } from './openRecord.ts';

/** Opens the record of the same id in a project that is chosen; the list stays with the project that it shows. */
export async function lookInOtherProject(core: Core, id: string): Promise<void> {
  const project = await pickAnyProject(core, l10n.t('Look in Another Project'));
  if (project === 'add') {
    await vscode.commands.executeCommand('faceauth.addProject');
  } else if (project !== undefined) {
    await openRecord(project.id, id);
  }
}
