import * as vscode from 'vscode';
import { joined } from '../../json/bytes.ts';
import { hasNode } from '../window/host.ts';
import { partialName } from './partialName.ts';

/** The file of an export. It gets its own name only when it is complete. */
export interface Target {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /**
   * Gives the file its own name, and replaces a file of that name. When that fails it can be tried again, kept or
   * discarded.
   */
  readonly complete: () => Promise<void>;
  /** Leaves what was written beside the target, and returns its address. */
  readonly keep: () => Promise<vscode.Uri>;
  /** Puts what was written in another place, for when it cannot be kept beside the target. */
  readonly keepAt: (place: vscode.Uri) => Promise<void>;
  readonly discard: () => Promise<void>;
}

/** Whether an export to this place has to be held in memory until it is whole. */
export function isHeldInMemory(uri: vscode.Uri): boolean {
  return !hasNode || uri.scheme !== 'file';
}

/** Opens the place of an export: a file of this machine is written piece by piece, any other at the end. */
export async function openTarget(uri: vscode.Uri): Promise<Target> {
  if (isHeldInMemory(uri)) {
    return heldInMemory(uri);
  }
  const { openLocalFile } = await import('./localFile.ts');
  const file = await openLocalFile(uri.fsPath);
  return {
    write: async (bytes) => {
      await file.write(bytes);
    },
    complete: async () => {
      await file.complete();
    },
    keep: async () => vscode.Uri.file(await file.keep()),
    keepAt: async (place) => {
      await vscode.workspace.fs.copy(vscode.Uri.file(await file.keep()), place, { overwrite: true });
    },
    discard: async () => {
      await file.discard();
    },
  };
}

/** VS Code writes to other file systems only whole files. */
function heldInMemory(uri: vscode.Uri): Target {
  const { fs } = vscode.workspace;
  // Check now, because otherwise an export of an hour would fail at its end.
  if (fs.isWritableFileSystem(uri.scheme) === false) {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
  const pieces: Uint8Array[] = [];
  let partial: vscode.Uri | undefined;
  let isSaved = false;
  const keepAt = async (place: vscode.Uri): Promise<void> => {
    await fs.writeFile(place, joined(pieces));
  };
  const keep = async (): Promise<vscode.Uri> => {
    partial ??= await freePlace(uri, 1);
    if (!isSaved) {
      await keepAt(partial);
      isSaved = true;
    }
    return partial;
  };
  return {
    write: async (bytes) => {
      pieces.push(bytes);
    },
    complete: async () => {
      await fs.rename(await keep(), uri, { overwrite: true });
    },
    keep,
    keepAt,
    discard: async () => {
      pieces.length = 0;
      if (isSaved && partial !== undefined) {
        await fs.delete(partial);
      }
    },
  };
}

/** A free address for a partial file. An existing partial file is somebody's data. */
async function freePlace(uri: vscode.Uri, number: number): Promise<vscode.Uri> {
  const place = uri.with({ path: partialName(uri.path, number) });
  try {
    await vscode.workspace.fs.stat(place);
  } catch {
    // A place that cannot be looked at is taken as free; writing there tells if it is not.
    return place;
  }
  return await freePlace(uri, number + 1);
}
