import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Project } from '../../session/state.ts';
import type { Core } from '../core.ts';
import { remedyTitle } from '../../submissions/words/failureWords.ts';
import { scheme } from '../document/submissionFiles.ts';
import { watchFile } from './fileWatch.ts';

/** Opening files, and what an editor shows, as read-only projects. */
export function registerFiles(core: Core): vscode.Disposable {
  return vscode.Disposable.from(
    core.commands.register('faceauth.openFile', async ([given, selected]) => {
      for (const uri of urisIn(selected).length > 0 ? urisIn(selected) : urisIn([given])) {
        await openAddress(core, uri);
      }
      if (urisIn([given]).length === 0) {
        await openChosen(core);
      }
    }),
    core.commands.register('faceauth.inspectDocument', async ([given]) => {
      await inspect(core, urisIn([given])[0]);
    }),
    watchFile(core),
  );
}

async function openChosen(core: Core): Promise<void> {
  const [uri] =
    (await vscode.window.showOpenDialog({
      title: l10n.t('Open a File of Submissions'),
      openLabel: l10n.t('Inspect'),
      filters: { JSON: ['json', 'ndjson', 'jsonl', 'gz'], [l10n.t('All files')]: ['*'] },
    })) ?? [];
  if (uri !== undefined) {
    await show(core, core.files.open(uri));
  }
}

/**
 * Shows what is at an address. Says so where that is no file: a panel's tab, or one of our own documents, of which
 * nothing may be kept.
 */
async function openAddress(core: Core, uri: vscode.Uri): Promise<void> {
  const document = documentAt(uri);
  if (document !== undefined && uri.scheme !== scheme && isOnlyHere(document)) {
    await show(core, core.files.openText(document.getText(), nameOf(uri), l10n.t('in memory')));
  } else if (await isFile(uri)) {
    await show(core, core.files.open(uri));
  } else {
    void core.guard(tellNoFile);
  }
}

/** Whether a file system may have this address. One that VS Code does not know yet may start when it is asked. */
async function isFile(uri: vscode.Uri): Promise<boolean> {
  const { fs } = vscode.workspace;
  if (uri.scheme === scheme || fs.isWritableFileSystem(uri.scheme) !== undefined) {
    return uri.scheme !== scheme;
  }
  try {
    await fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function tellNoFile(): Promise<void> {
  const open = remedyTitle('openFile');
  const text = l10n.t('This is not a file, so it was not opened. Choose a file of submissions.');
  if ((await vscode.window.showInformationMessage(text, open)) === open) {
    await vscode.commands.executeCommand('faceauth.openFile');
  }
}

/** Shows what is selected in the editor, else its document; that of `uri` where one is given. */
async function inspect(core: Core, uri: vscode.Uri | undefined): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const document = uri === undefined ? editor?.document : documentAt(uri);
  const address = uri ?? document?.uri ?? shownAddress();
  if (address === undefined || address.scheme === scheme) {
    await vscode.window.showInformationMessage(l10n.t('Open a document first, or use Open File.'));
    return;
  }
  const selection = document !== undefined && editor?.document === document ? document.getText(editor.selection) : '';
  if (selection.trim() === '') {
    await openAddress(core, address);
  } else {
    const name = l10n.t('Selection in {0}', nameOf(address));
    await show(core, core.files.openText(selection, name, l10n.t('in memory')));
  }
}

function documentAt(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/**
 * Whether no file holds the present text of a document: it has unsaved changes, or an extension made it, as an output.
 */
function isOnlyHere({ isDirty, uri }: vscode.TextDocument): boolean {
  return isDirty || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === undefined;
}

/** A document that is too large for extensions still has its tab. */
function shownAddress(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText ? input.uri : undefined;
}

/** Shows a file in the view; its address is kept once something of it could be read. */
async function show({ shown, files, session }: Core, project: Project): Promise<void> {
  const opened = shown.open(project);
  await Promise.all([vscode.commands.executeCommand('faceauth.submissions.focus'), opened]);
  const { state } = session;
  if (state.kind !== 'idle' && state.project.id === project.id && state.loaded.pages.length > 0) {
    await files.keep(project.id);
  }
}

function urisIn(given: unknown): readonly vscode.Uri[] {
  const list: readonly unknown[] = Array.isArray(given) ? given : [];
  return list.filter((one) => one instanceof vscode.Uri);
}
