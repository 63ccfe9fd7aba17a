import * as vscode from 'vscode';
import type { FileProblem } from '../../api/failure.ts';
import type { FileBytes } from '../../sources/file.ts';
import { FileError } from '../../sources/fileError.ts';
import { hasNode } from '../window/host.ts';

/**
 * The largest file of another file system that is read, in bytes: VS Code gives such files only whole, so they must fit
 * into memory.
 */
const mostAtOnce = 512 * 1024 * 1024;

/** How many bytes of a file in memory are handed over at once. */
const stretch = 1024 * 1024;

/** The bytes of a file, read again each time: those of this computer piece by piece, any other at once. */
export function bytesAt(uri: vscode.Uri, name: string): FileBytes {
  return {
    name,
    pieces: async function* () {
      if (hasNode && uri.scheme === 'file') {
        const { localPieces } = await import('./localPieces.ts');
        yield* localPieces(uri.fsPath);
      } else {
        yield* stretchesOf(await wholeFile(uri));
      }
    },
  };
}

/** The bytes of a text that is in memory. */
export function bytesOfText(text: string, name: string): FileBytes {
  return {
    name,
    pieces: async function* () {
      yield* stretchesOf(new TextEncoder().encode(text));
    },
  };
}

function* stretchesOf(bytes: Uint8Array): Generator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += stretch) {
    yield bytes.subarray(at, at + stretch);
  }
}

async function wholeFile(uri: vscode.Uri): Promise<Uint8Array> {
  const { fs } = vscode.workspace;
  try {
    const { type, size } = await fs.stat(uri);
    if ((type & vscode.FileType.Directory) !== 0) {
      throw new FileError({ cause: 'folder' });
    }
    if (size > mostAtOnce) {
      throw new FileError({ cause: 'tooLarge', bytes: size, limit: mostAtOnce });
    }
    return await fs.readFile(uri);
  } catch (error) {
    throw error instanceof FileError ? error : new FileError(problemOf(error));
  }
}

/** What VS Code says went wrong. */
function problemOf(error: unknown): FileProblem {
  switch (error instanceof vscode.FileSystemError ? error.code : '') {
    case 'FileNotFound':
      return { cause: 'missing' };
    case 'NoPermissions':
      return { cause: 'notAllowed' };
    case 'FileIsADirectory':
      return { cause: 'folder' };
    default:
      return { cause: 'unreadable', words: error instanceof Error ? error.message : String(error) };
  }
}
