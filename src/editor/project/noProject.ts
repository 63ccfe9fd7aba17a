import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';

/** Says that a command needs a project, and offers the ways to one. */
export async function tellNoProject(): Promise<void> {
  const add = l10n.t('Add Project…');
  const demo = l10n.t('Explore Demo Data');
  const picked = await vscode.window.showInformationMessage(
    l10n.t('Add a project first, or explore demo data.'),
    add,
    demo,
  );
  if (picked !== undefined) {
    await vscode.commands.executeCommand(picked === add ? 'faceauth.addProject' : 'faceauth.openDemo');
  }
}
