import { Numbering } from './numbering.ts';

/** Bytes in a chunk; a place is the number of a chunk and a place in it. */
const chunkBits = 16;
const chunkSize = 1 << chunkBits;

/** A length takes one byte. */
const longest = 255;

/**
 * Remembers a million ids and more, each exactly as it is: an id in ASCII takes its own length and some 20 bytes, which are
 * outside of the heap; the few that are longer or in other letters are kept as texts.
 */
export class IdSet {
  readonly #chunks: Uint8Array[] = [];
  /** Of the last chunk. */
  #used = chunkSize;
  readonly #places = new Numbering((place, id) => this.#holds(place, id));
  readonly #others = new Set<string>();

  /** Remembers an id; false when it was there already. */
  add(id: string): boolean {
    if (!isPacked(id)) {
      const { size } = this.#others;
      return this.#others.add(id).size > size;
    }
    if (this.#used + 1 + id.length > chunkSize) {
      this.#chunks.push(new Uint8Array(chunkSize));
      this.#used = 0;
    }
    const place = (this.#chunks.length - 1) * chunkSize + this.#used;
    if (this.#places.numberOrAdd(id, place) !== place) {
      return false;
    }
    this.#append(id);
    return true;
  }

  /** Whether an id was remembered. */
  has(id: string): boolean {
    return isPacked(id) ? this.#places.get(id) !== undefined : this.#others.has(id);
  }

  #append(id: string): void {
    const chunk = this.#chunks.at(-1);
    if (chunk !== undefined) {
      chunk[this.#used++] = id.length;
      for (let index = 0; index < id.length; index++) {
        chunk[this.#used++] = id.charCodeAt(index);
      }
    }
  }

  #holds(place: number, id: string): boolean {
    const chunk = this.#chunks[place >>> chunkBits];
    const start = place & (chunkSize - 1);
    if (chunk === undefined || chunk[start] !== id.length) {
      return false;
    }
    for (let index = 0; index < id.length; index++) {
      if (chunk[start + 1 + index] !== id.charCodeAt(index)) {
        return false;
      }
    }
    return true;
  }
}

function isPacked(id: string): boolean {
  for (let index = 0; index < id.length; index++) {
    if (id.charCodeAt(index) > 0x7f || index === longest) {
      return false;
    }
  }
  return true;
}
