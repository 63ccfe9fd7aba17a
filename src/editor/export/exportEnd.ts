import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Report } from '../../export/writing.ts';
import { countText } from '../../submissions/words/countText.ts';
import { askForFile } from '../window/askForFile.ts';
import { safeText } from '../window/safeText.ts';
import { fileErrorText, isFileError } from './fileErrors.ts';
import type { Target } from './target.ts';

/** A file larger than this is shown in its folder, not in an editor. In bytes. */
const largestOpened = 20_000_000;

/**
 * Gives the complete export its own name, and offers to try again when that fails. Returns the reason, in words, when
 * the person gives up.
 */
export async function completed(uri: vscode.Uri, target: Target): Promise<string | undefined> {
  for (;;) {
    try {
      await target.complete();
      return undefined;
    } catch (error) {
      if (!isFileError(error)) {
        throw error;
      }
      const why = notWritten(uri, error);
      const again = l10n.t('Try Again');
      if ((await vscode.window.showErrorMessage(why, again, l10n.t('Stop'))) !== again) {
        return why;
      }
    }
  }
}

/** Asks whether to keep the part that was written. Writing it may have taken an hour, so nothing is deleted unasked. */
export async function offerPartial(title: string, uri: vscode.Uri, target: Target, why: string): Promise<void> {
  const keep = l10n.t('Keep');
  const question = l10n.t('Keep what was written, as a file that ends in .partial?');
  const remove = l10n.t('Delete');
  if ((await vscode.window.showWarningMessage(`${why} ${question}`, keep, remove)) === remove) {
    await discarded(uri, target);
    return;
  }
  const place = await keptSomewhere(target, async (problem) => await askForOtherPlace(title, uri, problem));
  if (place === undefined) {
    await discarded(uri, target);
  } else {
    void vscode.window.showInformationMessage(l10n.t('Kept as {0}.', nameOf(place)));
  }
}

/** Deletes what was written, and says where that cannot be done. */
export async function discarded(uri: vscode.Uri, target: Pick<Target, 'discard'>): Promise<void> {
  try {
    await target.discard();
  } catch (error) {
    if (!isFileError(error)) {
      throw error;
    }
    void vscode.window.showWarningMessage(
      l10n.t('What was written for {0} could not be deleted: {1}', nameOf(uri), fileErrorText(error)),
    );
  }
}

/**
 * Keeps what was written beside its target. While that fails, keeps it where `ask` says; undefined when `ask` gives no
 * place.
 */
export async function keptSomewhere(
  target: Target,
  ask: (problem: string) => Promise<vscode.Uri | undefined>,
): Promise<vscode.Uri | undefined> {
  let place: vscode.Uri | undefined;
  for (;;) {
    try {
      if (place === undefined) {
        return await target.keep();
      }
      await target.keepAt(place);
      return place;
    } catch (error) {
      if (!isFileError(error)) {
        throw error;
      }
      place = await ask(fileErrorText(error));
      if (place === undefined) {
        return undefined;
      }
    }
  }
}

/**
 * Asks for another place in a modal message. Closing the message asks for a place too, so only a click on Delete
 * deletes what was written.
 */
async function askForOtherPlace(title: string, uri: vscode.Uri, problem: string): Promise<vscode.Uri | undefined> {
  const name = uri.path.split('/').at(-1) ?? '';
  const choose: vscode.MessageItem = { title: l10n.t('Choose Another Place…'), isCloseAffordance: true };
  const remove: vscode.MessageItem = { title: l10n.t('Delete') };
  const ask = l10n.t('What was written could not be kept: {0}', problem);
  while ((await vscode.window.showErrorMessage(ask, { modal: true }, choose, remove)) !== remove) {
    const place = await askForFile(title, name, 'partial');
    if (place !== undefined) {
      return place;
    }
  }
  return undefined;
}

/** Says what was written, and where. */
export function writtenText(uri: vscode.Uri, report: Report): string {
  return l10n.t('Written to {0}: {1}.', nameOf(uri), written(report));
}

/** Tells what was written and offers to show it. */
export async function tellWritten(uri: vscode.Uri, report: Report): Promise<void> {
  void vscode.commands.executeCommand('setContext', 'faceauth.exported', true);
  const text = writtenText(uri, report);
  if (report.bytes <= largestOpened) {
    const open = l10n.t('Open File');
    if ((await vscode.window.showInformationMessage(text, open)) === open) {
      // Not `showTextDocument`: if the file is gone by now, the tab that is opened here says so itself.
      await vscode.commands.executeCommand('vscode.open', uri);
    }
    return;
  }
  const reveal = l10n.t('Show in Folder');
  if ((await vscode.window.showInformationMessage(text, ...(hasFolders(uri) ? [reveal] : []))) === reveal) {
    await vscode.commands.executeCommand('revealFileInOS', uri);
  }
}

/** A browser, or a window on another machine, cannot show a folder of that machine. */
function hasFolders({ scheme }: vscode.Uri): boolean {
  const { uiKind, remoteName } = vscode.env;
  return scheme === 'file' && uiKind === vscode.UIKind.Desktop && remoteName === undefined;
}

/** `12,345 records, 7 pages, 3 sent twice and written once, 2 broken and left out` */
export function written({ records, pages, duplicates, broken, leftOut, deleted, deletedLater }: Report): string {
  return [
    recordsText(records),
    pages === 1 ? l10n.t('1 page') : l10n.t('{0} pages', countText(pages)),
    duplicates === 0 ? undefined : l10n.t('{0} sent twice and written once', countText(duplicates)),
    deleted === 0 ? undefined : l10n.t('{0} deleted meanwhile and left out', countText(deleted)),
    deletedLater === 0 ? undefined : l10n.t('{0} deleted after being written', countText(deletedLater)),
    broken === leftOut ? undefined : l10n.t('{0} broken', countText(broken - leftOut)),
    leftOut === 0 ? undefined : l10n.t('{0} broken and left out', countText(leftOut)),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** Says that a place could not be written, and why. */
export function notWritten(uri: vscode.Uri, error: Error & { readonly code: string }): string {
  return l10n.t('{0} could not be written: {1}', nameOf(uri), fileErrorText(error));
}

function nameOf(uri: vscode.Uri): string {
  return safeText(vscode.workspace.asRelativePath(uri), 200);
}

/** `1 record`, `2,000 records` */
export function recordsText(records: number): string {
  return records === 1 ? l10n.t('1 record') : l10n.t('{0} records', countText(records));
}
