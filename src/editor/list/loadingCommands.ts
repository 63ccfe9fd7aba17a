import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Core } from '../core.ts';
import { tellNoProject } from '../project/noProject.ts';
import { copyDetails } from '../window/failureNotice.ts';
import { withViewProgress } from '../window/viewProgress.ts';
import { loadAll, refresh } from './loading.ts';

/** The commands that load, stop loading, or tell why it failed. */
export function registerLoading(core: Core): vscode.Disposable {
  const { commands, session, shown, mask } = core;
  return vscode.Disposable.from(
    commands.register('faceauth.refresh', async () => {
      if (session.state.kind === 'idle') {
        tellNoProject();
      } else {
        await refresh(session);
      }
    }),
    commands.register('faceauth.loadOlder', async () => {
      if (session.state.kind === 'failed') {
        await shown.tryAgain();
      } else if (mayHaveMore(core)) {
        await withViewProgress(async () => {
          await session.loadOlder();
        });
      }
    }),
    commands.register('faceauth.loadAll', async () => {
      const { state } = session;
      if (state.kind === 'failed' && state.project.file !== undefined) {
        // For a file, trying again reads to its end. For a service it would read only one page.
        await shown.tryAgain();
      } else if (mayHaveMore(core)) {
        await loadAll(session);
      }
    }),
    commands.register('faceauth.stopLoading', () => {
      const isLoading = session.state.kind === 'loading';
      session.stop();
      vscode.window.setStatusBarMessage(
        isLoading ? l10n.t('Loading stopped') : l10n.t('Nothing is being loaded'),
        4000,
      );
    }),
    commands.register('faceauth.copyFailure', async () => {
      if (session.state.kind === 'failed') {
        await copyDetails(session.state.failure, mask());
      } else {
        void vscode.window.showInformationMessage(l10n.t('There is no failure whose details could be copied.'));
      }
    }),
  );
}

/** Whether there may be more to load. Says so where there is no project, or where everything is loaded. */
function mayHaveMore({ session }: Core): boolean {
  const { state } = session;
  if (state.kind === 'idle') {
    tellNoProject();
    return false;
  }
  // Before the first page was read nobody knows.
  const hasAll = state.kind === 'ready' && !state.unread && !state.loaded.more;
  if (hasAll) {
    void vscode.window.showInformationMessage(l10n.t('Everything is loaded.'));
  }
  return !hasAll;
}
