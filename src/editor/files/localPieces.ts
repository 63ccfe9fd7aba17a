import { promises } from 'node:fs';
import { FileError } from '../../sources/fileError.ts';
import type { FileProblem } from '../../api/failure.ts';

/** In bytes. The first piece is small because a person waits for it; each further piece is larger. */
const firstPiece = 64 * 1024;
const largestPiece = 4 * 1024 * 1024;

/**
 * The bytes of a file of this computer, piece by piece. While the caller uses one piece, the next is read into the
 * memory of the piece before it. So a piece may be used only until the next one is asked for. The file is opened for
 * each piece, so that a caller who stops early leaves nothing open. Throws a `FileError`.
 */
export async function* localPieces(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  let before: Uint8Array = new Uint8Array();
  let next = pieceAt(path, 0, before);
  for (let at = 0; ;) {
    const piece = await next;
    if (piece.length === 0) {
      return;
    }
    at += piece.length;
    next = pieceAt(path, at, before);
    // The error is thrown when this piece is asked for.
    next.catch(() => undefined);
    before = piece;
    yield piece;
  }
}

/** The piece that begins at `at`. It uses `memory` again where that has the right size. */
async function pieceAt(path: string, at: number, memory: Uint8Array): Promise<Uint8Array> {
  try {
    const file = await promises.open(path, 'r');
    try {
      const length = Math.min(largestPiece, firstPiece + 4 * at);
      const piece = memory.length === length ? memory : new Uint8Array(length);
      const { bytesRead } = await file.read(piece, 0, length, at);
      return piece.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new FileError(problemOf(error));
  }
}

/** What a file system of Node.js says went wrong. */
function problemOf(error: unknown): FileProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { cause: 'missing' };
    case 'EACCES':
    case 'EPERM':
      return { cause: 'notAllowed' };
    case 'EISDIR':
      return { cause: 'folder' };
    default:
      return { cause: 'unreadable', words: code === '' ? String(error) : code };
  }
}
