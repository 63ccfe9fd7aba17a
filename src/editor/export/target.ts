import * as vscode from 'vscode';
import { joined } from '../../json/bytes.ts';
import { hasNode } from '../window/host.ts';
import { partialName } from './partialName.ts';

/** The place of an export. Nothing stands under its own name before it is complete. */
export interface Target {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Gives it its own name, over what may be there. When that fails it can be tried again, kept or discarded. */
  readonly complete: () => Promise<void>;
  /** Leaves what there is beside it, and tells where. */
  readonly keep: () => Promise<vscode.Uri>;
  /** Puts what there is somewhere else; for when it cannot be kept beside it. */
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
  // Else an hour's work would meet this at its end.
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

/** Where nothing is yet: a partial file from before is somebody's data. */
async function freePlace(uri: vscode.Uri, number: number): Promise<vscode.Uri> {
  const place = uri.with({ path: partialName(uri.path, number) });
  try {
    await vscode.workspace.fs.stat(place);
  } catch {
    // What cannot be looked at can be written, or says why not.
    return place;
  }
  return await freePlace(uri, number + 1);
}
