import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Format } from '../../export/format.ts';
import { askForFile } from '../window/askForFile.ts';
import { hasNode } from '../window/host.ts';
import { safeText } from '../window/safeText.ts';
import type { ExportPlaces } from './exportPlaces.ts';
import { isHeldInMemory } from './target.ts';
import { workTreeOf } from './workTree.ts';

/**
 * Asks for the file of an export as `askForPlace` does. Asks once more for a place that is not on this machine's disk,
 * because the export is then held in memory.
 */
export async function askForTarget(
  title: string,
  name: string,
  format: Format,
  places: ExportPlaces,
): Promise<vscode.Uri | undefined> {
  const target = await askForPlace(title, name, format, places);
  // In a browser there is no other place, so nothing to ask.
  const mayBe = target === undefined || !isHeldInMemory(target) || !hasNode || (await mayHoldInMemory(target));
  return mayBe ? target : undefined;
}

/**
 * Asks for a file that will hold ids, in the folder of the last export at first; `ending` without a dot. Asks once more
 * for a place in a git work tree, because a commit there may include records of people.
 */
export async function askForPlace(
  title: string,
  name: string,
  ending: string,
  places: ExportPlaces,
): Promise<vscode.Uri | undefined> {
  for (;;) {
    const { folder } = places;
    const target = await askForFile(title, name, ending, folder === undefined ? undefined : vscode.Uri.file(folder));
    if (target === undefined || isHeldInMemory(target)) {
      return target;
    }
    const answer = await mayLieThere(target, places);
    if (answer === undefined) {
      return undefined;
    }
    if (answer === 'yes') {
      const workspaceFolders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
      await places.remember(vscode.Uri.joinPath(target, '..').fsPath, workspaceFolders);
      return target;
    }
  }
}

async function mayLieThere({ fsPath }: vscode.Uri, places: ExportPlaces): Promise<'yes' | 'other' | undefined> {
  const { realFolder } = await import('./localFile.ts');
  const workTree = await workTreeOf(await realFolder(fsPath), exists);
  if (workTree === undefined || places.isAccepted(workTree)) {
    return 'yes';
  }
  const [go, other] = [l10n.t('Export Anyway'), l10n.t('Another Place…')];
  const picked = await vscode.window.showWarningMessage(
    l10n.t('This place is in the git work tree {0}.', safeText(workTree, 200)),
    {
      modal: true,
      detail: l10n.t(
        'What is exported there is one “git add .” away from a commit, and it is biometric data of people.',
      ),
    },
    go,
    other,
  );
  if (picked === go) {
    await places.accept(workTree);
    return 'yes';
  }
  return picked === other ? 'other' : undefined;
}

async function exists(path: string): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(vscode.Uri.file(path));
    return true;
  } catch {
    // What cannot be looked at is none of this person's work trees.
    return false;
  }
}

async function mayHoldInMemory({ scheme }: vscode.Uri): Promise<boolean> {
  const go = l10n.t('Export Anyway');
  const picked = await vscode.window.showWarningMessage(
    otherMachineText(scheme, vscode.env.remoteName),
    {
      modal: true,
      detail: l10n.t(
        'VS Code writes there only whole files, so the export is held in memory until it is complete: about 1 MB for every 1,000 records, and twice that while it is written.',
      ),
    },
    go,
  );
  return picked === go;
}

/** Says where a place is that is not on the disk of the machine on which the extension runs. */
export function otherMachineText(scheme: string, remoteName: string | undefined): string {
  if (remoteName !== undefined && scheme === 'vscode-remote') {
    return l10n.t('This place is on {0}, and FaceAuth Inspector runs on your own computer.', safeText(remoteName));
  }
  return remoteName !== undefined && scheme === 'vscode-local'
    ? l10n.t('This place is on your own computer, and FaceAuth Inspector runs on {0}.', safeText(remoteName))
    : l10n.t('This place is not on the disk of this machine.');
}
