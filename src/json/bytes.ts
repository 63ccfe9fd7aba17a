import type { Turn } from './turn.ts';

/** A text as UTF-8. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Decodes UTF-8. Every byte counts: a byte-order mark at the beginning becomes a character of the text. */
export function fromUtf8(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** A text without the byte-order mark at its beginning. */
export function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** All pieces in one, one after the other. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** The same for pieces that are many bytes together: lets other tasks run in between. */
export async function joinedInTurns(pieces: readonly Uint8Array[], turn: Turn): Promise<Uint8Array> {
  const bytes = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
    if (turn.over) {
      await turn.pass();
    }
  }
  return bytes;
}

/** Whether both hold the same bytes. Lets other tasks run in between. */
export async function areSame(one: Uint8Array, other: Uint8Array, turn: Turn): Promise<boolean> {
  if (one.length !== other.length) {
    return false;
  }
  for (let at = 0; at < one.length; at++) {
    if (one[at] !== other[at]) {
      return false;
    }
    if (at % piece === 0 && turn.over) {
      await turn.pass();
    }
  }
  return true;
}

/** How many bytes are compared between two looks at the clock. */
const piece = 65_536;

/** Bytes as a text, two digits each. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes of a text that `hexOf` wrote. */
export function bytesOfHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
