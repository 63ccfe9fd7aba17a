import * as vscode from 'vscode';
import { openLocalFile } from './localFile.ts';

/** The place of an export. Nothing stands under its own name before it is complete. */
export interface Target {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Gives it its own name, over what may be there. */
  readonly complete: () => Promise<void>;
  /** Leaves what there is beside it, and tells where. */
  readonly keep: () => Promise<vscode.Uri>;
  readonly discard: () => Promise<void>;
}

/** Whether an export to this place has to be held in memory until it is whole. */
export function isHeldInMemory(uri: vscode.Uri): boolean {
  return uri.scheme !== 'file';
}

/** Opens the place of an export: a file of this machine is written piece by piece, any other at the end. */
export async function openTarget(uri: vscode.Uri): Promise<Target> {
  if (isHeldInMemory(uri)) {
    return heldInMemory(uri);
  }
  const file = await openLocalFile(uri.fsPath);
  return {
    write: async (bytes) => {
      await file.write(bytes);
    },
    complete: async () => {
      await file.complete();
    },
    keep: async () => vscode.Uri.file(await file.keep()),
    discard: async () => {
      await file.discard();
    },
  };
}

/** VS Code writes to other file systems only whole files. */
function heldInMemory(uri: vscode.Uri): Target {
  const pieces: Uint8Array[] = [];
  const save = async (target: vscode.Uri): Promise<void> => {
    await vscode.workspace.fs.writeFile(target, new Uint8Array(await new Blob(pieces.map(copied)).arrayBuffer()));
  };
  const partial = uri.with({ path: `${uri.path}.partial` });
  return {
    write: async (bytes) => {
      pieces.push(bytes);
    },
    complete: async () => {
      await save(partial);
      await vscode.workspace.fs.rename(partial, uri, { overwrite: true });
    },
    keep: async () => {
      await save(partial);
      return partial;
    },
    discard: async () => {
      pieces.length = 0;
    },
  };
}

function copied(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
