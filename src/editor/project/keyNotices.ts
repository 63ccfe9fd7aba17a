import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Core } from '../core.ts';
import type { KeyStored } from './projectStore.ts';

/** Says that a key could not be stored. Nothing waits until that was read. */
export function tellUnsaved({ guard }: Pick<Core, 'guard'>, stored: KeyStored): void {
  if (stored !== 'answered') {
    void guard(async () => {
      await vscode.window.showWarningMessage(
        stored === 'silent'
          ? l10n.t('The keyring of this machine does not answer, so the key is kept only until this window closes.')
          : l10n.t(
              'This machine has no keyring that VS Code can use, so the key is kept only until this window closes.',
            ),
      );
    });
  }
}

/** Says that the keyring may still have keys that were to be deleted. */
export function tellNotDeleted({ guard }: Pick<Core, 'guard'>, deleted: boolean): void {
  if (!deleted) {
    void guard(async () => {
      await vscode.window.showWarningMessage(
        l10n.t(
          'The keyring of this machine did not delete every key. Unlock it, then use Remove All Projects and Keys once more.',
        ),
      );
    });
  }
}
