import { homedir } from 'node:os';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { LoadedPage } from '../session/collection.ts';
import type { State } from '../session/state.ts';
import { clockOf, dayOf, type TimeZone } from '../submissions/days.ts';
import { safeText } from './safeText.ts';
import { countText } from '../submissions/countText.ts';

/** Writes one loaded page to a file, byte for byte as the service sent it. */
export async function exportPage(state: State, zone: TimeZone): Promise<void> {
  if (state.kind === 'idle' || state.loaded.pages.length === 0) {
    await vscode.window.showInformationMessage(l10n.t('There is no loaded page to export yet.'));
    return;
  }
  const page = await pickPage(state.loaded.pages, zone);
  if (page === undefined) {
    return;
  }
  const target = await vscode.window.showSaveDialog({
    title: l10n.t('Export Page to JSON'),
    defaultUri: defaultTarget(`faceauth-page-${page.number}.json`),
    filters: { JSON: ['json'] },
  });
  if (target !== undefined) {
    await save(target, page);
  }
}

async function pickPage(pages: readonly LoadedPage[], zone: TimeZone): Promise<LoadedPage | undefined> {
  const [only] = pages;
  if (pages.length === 1) {
    return only;
  }
  const time = (value: number | undefined): string =>
    value === undefined ? l10n.t('no time') : `${dayOf(value, zone)} ${clockOf(value, zone)}`;
  const items = pages
    .toSorted((a, b) => (b.newest ?? 0) - (a.newest ?? 0))
    .map((page) => ({
      label: l10n.t('Page {0}', page.number),
      description: l10n.t('{0} records', countText(page.records)),
      detail: l10n.t('{0} to {1}', time(page.oldest), time(page.newest)),
      page,
    }));
  const picked = await vscode.window.showQuickPick(items, {
    title: l10n.t('Export Page to JSON'),
    placeHolder: l10n.t('Which of the loaded pages? To export more, load or choose a range.'),
  });
  return picked?.page;
}

async function save(target: vscode.Uri, page: LoadedPage): Promise<void> {
  const failure = await writeWhole(target, page.source.bytes);
  const name = safeText(vscode.workspace.asRelativePath(target));
  if (failure !== undefined) {
    const again = l10n.t('Choose Another Place…');
    const picked = await vscode.window.showErrorMessage(
      l10n.t('{0} could not be written: {1} Nothing was changed there.', name, safeText(failure, 300)),
      again,
    );
    if (picked === again) {
      await vscode.commands.executeCommand('faceauth.exportPage');
    }
    return;
  }
  const open = l10n.t('Open File');
  const picked = await vscode.window.showInformationMessage(
    l10n.t('{0} records written to {1}.', countText(page.records), name),
    open,
  );
  if (picked === open) {
    await vscode.window.showTextDocument(target);
  }
}

/** Writes beside the target and renames, so that the target is never half a file. Returns why it could not. */
async function writeWhole(target: vscode.Uri, bytes: Uint8Array): Promise<string | undefined> {
  const temporary = target.with({ path: `${target.path}.${crypto.randomUUID().slice(0, 8)}.tmp` });
  try {
    await vscode.workspace.fs.writeFile(temporary, bytes);
    await vscode.workspace.fs.rename(temporary, target, { overwrite: true });
    return undefined;
  } catch (error) {
    await removeQuietly(temporary);
    return error instanceof Error ? error.message.replace(/\.?$/, '.') : String(error);
  }
}

async function removeQuietly(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(uri);
  } catch {
    // It may never have been made; the failure that led here is told.
  }
}

function defaultTarget(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.Uri.joinPath(folder ?? vscode.Uri.file(homedir()), name);
}
