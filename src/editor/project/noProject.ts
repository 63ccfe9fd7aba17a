import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { remedyTitle } from '../../submissions/words/failureWords.ts';

type Way = 'addProject' | 'openDemo' | 'switchProject';

/** Says that a command needs a project, and leads to one. Nothing waits until this is answered. */
export function tellNoProject(): void {
  lead(l10n.t('Add a project first, or explore demo data.'), ['addProject', 'openDemo']);
}

/** Says that a project went while something was asked about it, and leads to another. Nothing waits until this is answered. */
export function tellProjectGone(): void {
  lead(l10n.t('This project is no longer in VS Code, so nothing was done. Switch to another one, or add it again.'), [
    'switchProject',
    'addProject',
  ]);
}

/** Says that the project of a submission is not the one that the list shows, and leads to it. */
export function tellProjectNotShown(): void {
  lead(l10n.t('The project of this submission is not shown. Switch to it first.'), ['switchProject']);
}

/** Says that the list shows another project than the one that a question was about. */
export function tellOtherProject(): void {
  void vscode.window.showInformationMessage(
    l10n.t('Another project is shown by now, so nothing was done. Choose once more.'),
  );
}

function lead(text: string, ways: readonly Way[]): void {
  void vscode.window.showInformationMessage(text, ...ways.map(remedyTitle)).then(async (picked) => {
    const way = ways.find((one) => remedyTitle(one) === picked);
    if (way !== undefined) {
      await vscode.commands.executeCommand(`faceauth.${way}`);
    }
  });
}
