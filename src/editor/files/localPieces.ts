import { promises } from 'node:fs';
import { FileError } from '../../sources/fileError.ts';
import type { FileProblem } from '../../api/failure.ts';

/** A person waits for the first piece; each one is larger than the one before. In bytes. */
const firstPiece = 64 * 1024;
const largestPiece = 4 * 1024 * 1024;

/**
 * The bytes of a file of this computer, piece by piece. It is opened for each of them: whoever takes only some leaves
 * nothing open. Throws a `FileError`.
 */
export async function* localPieces(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  let at = 0;
  for (;;) {
    const piece = await pieceAt(path, at);
    if (piece.length === 0) {
      return;
    }
    at += piece.length;
    yield piece;
  }
}

async function pieceAt(path: string, at: number): Promise<Uint8Array> {
  try {
    const file = await promises.open(path, 'r');
    try {
      const piece = new Uint8Array(Math.min(largestPiece, firstPiece + 4 * at));
      const { bytesRead } = await file.read(piece, 0, piece.length, at);
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
