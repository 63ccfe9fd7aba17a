import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { remedyTitle } from '../../submissions/words/failureWords.ts';
import type { Guard } from '../window/guard.ts';
import { safeText } from '../window/safeText.ts';
import type { KeyStored, ProjectStore } from './projectStore.ts';

interface WithGuard {
  readonly guard: Guard;
}

/** Says that a key could not be stored. Nothing waits until that was read. */
export function tellUnsaved({ guard }: WithGuard, stored: KeyStored): void {
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
export function tellNotDeleted({ guard }: WithGuard, deleted: boolean): void {
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

/** Notes what the service calls a project. Says so where a key that was stored untested is that of another one. */
export async function noteServiceId(
  { store, guard }: WithGuard & { readonly store: ProjectStore },
  id: string,
  serviceId: string,
): Promise<void> {
  const project = store.all().find((one) => one.id === id);
  if (!(await store.noteServiceId(id, serviceId)) || project === undefined) {
    return;
  }
  void guard(async () => {
    const [replace, keep] = [remedyTitle('replaceKey'), l10n.t('Keep This Key')];
    const text = l10n.t(
      'The key of “{0}” was stored untested, and belongs to another FaceAuth project than the key before it: other submissions stand under this name now.',
      safeText(project.name),
    );
    const picked = await vscode.window.showWarningMessage(text, replace, keep);
    if (picked === replace) {
      await vscode.commands.executeCommand('faceauth.replaceKey', { projectId: id });
    } else if (picked === keep) {
      await store.setServiceId(id, serviceId);
    }
  });
}
