import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { projectName } from '../../session/projectName.ts';
import type { Core } from '../core.ts';
import { safeText } from '../window/safeText.ts';

/**
 * In ms. A file may be written in many steps, so reading it again is offered only after it was left alone for this
 * long.
 */
const quiet = 500;

/** Offers to read the file that is shown again when it has changed. */
export function watchFile(core: Core): vscode.Disposable {
  let watched: FileWatch | undefined;
  const states = core.onDidChangeState((state) => {
    const project = state.kind === 'idle' ? undefined : state.project;
    if (watched?.projectId !== project?.id) {
      watched?.dispose();
      const uri = project && core.files.byId(project.id)?.uri;
      watched = project === undefined || uri === undefined ? undefined : new FileWatch(core, project.id, uri);
    }
  });
  return vscode.Disposable.from(states, { dispose: () => watched?.dispose() });
}

class FileWatch implements vscode.Disposable {
  readonly projectId: string;
  readonly #core: Core;
  readonly #listeners: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isAsked = false;

  constructor(core: Core, projectId: string, uri: vscode.Uri) {
    this.#core = core;
    this.projectId = projectId;
    // Watch the whole folder: the name of the file may hold characters that have a meaning in a pattern.
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), '*'),
      false,
      false,
      true,
    );
    const changed = (other: vscode.Uri): void => {
      if (other.toString() === uri.toString()) {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => {
          void core.guard(async () => {
            await this.#ask();
          });
        }, quiet);
      }
    };
    this.#listeners = vscode.Disposable.from(watcher, watcher.onDidChange(changed), watcher.onDidCreate(changed));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listeners.dispose();
  }

  async #ask(): Promise<void> {
    const { shown } = this.#core;
    const project = shown.byId(this.projectId);
    if (this.#isAsked || project === undefined) {
      return;
    }
    this.#isAsked = true;
    const again = l10n.t('Read Again');
    const picked = await vscode.window.showInformationMessage(
      l10n.t('{0} has changed on disk.', safeText(projectName(project, this.#core.mask()))),
      again,
    );
    this.#isAsked = false;
    if (picked === again) {
      // By now another project may be shown.
      await (shown.current?.id === this.projectId
        ? vscode.commands.executeCommand('faceauth.refresh')
        : shown.open(project));
    }
  }
}
