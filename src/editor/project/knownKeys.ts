import { hexOf } from '../../json/bytes.ts';

/** In characters. A shorter piece of a key tells nothing of the key, and may well be a word or an id. */
const shortestPiece = 8;

/**
 * Recognises keys without holding them. It has only hashes of them, made with a salt that lives as long as this window.
 * Pieces of a key count as well: in a key with signs in it, a search for ids finds only a piece.
 */
export class KnownKeys {
  readonly #salt = crypto.getRandomValues(new Uint8Array(32));
  readonly #hashes = new Set<string>();

  /** Remembers a key for as long as this window is open. */
  async add(key: string): Promise<void> {
    for (const piece of piecesOf(key)) {
      this.#hashes.add(await this.#hash(piece));
    }
  }

  /** Whether a text is a key that was remembered, or holds one, or is a piece of one. */
  async has(text: string): Promise<boolean> {
    for (const piece of piecesOf(text)) {
      if (this.#hashes.has(await this.#hash(piece))) {
        return true;
      }
    }
    return false;
  }

  async #hash(text: string): Promise<string> {
    const bytes = new Uint8Array([...this.#salt, ...new TextEncoder().encode(text)]);
    return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  }
}

/** The text itself, and the words in it that are long enough. */
function piecesOf(text: string): readonly string[] {
  const words = text.split(/[^\w-]+/).filter((word) => word.length >= shortestPiece);
  return [...new Set([text.trim(), ...words])].filter((piece) => piece !== '');
}
