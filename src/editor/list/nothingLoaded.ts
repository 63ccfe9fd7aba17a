import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Core } from '../core.ts';
import { tell } from '../window/failureNotice.ts';

/** Says why a command finds nothing loaded: the failure with its remedies, else that loading was stopped. */
export async function tellNothingLoaded({ session, shown, mask }: Core): Promise<void> {
  if (session.state.kind !== 'failed') {
    const refresh = l10n.t('Refresh');
    const text = l10n.t('Nothing is loaded yet.');
    if ((await vscode.window.showInformationMessage(text, refresh)) === refresh) {
      await vscode.commands.executeCommand('faceauth.refresh');
    }
    return;
  }
  const { failure, project } = session.state;
  const again = async (): Promise<void> => {
    await shown.tryAgain();
  };
  await tell(failure, { mask, again, projectId: project.id });
}
