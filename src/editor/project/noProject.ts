import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';

/** Says that a command needs a project, and leads to one. Nothing waits until this is answered. */
export function tellNoProject(): void {
  const add = l10n.t('Add Project…');
  const demo = l10n.t('Explore Demo Data');
  const text = l10n.t('Add a project first, or explore demo data.');
  void vscode.window.showInformationMessage(text, add, demo).then(async (picked) => {
    if (picked !== undefined) {
      await vscode.commands.executeCommand(picked === add ? 'faceauth.addProject' : 'faceauth.openDemo');
    }
  });
}
