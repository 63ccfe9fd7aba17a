import { hashOf } from './textHash.ts';

/** Bytes in a chunk. A place is made of the number of a chunk and a position in that chunk. */
const chunkBits = 16;
const chunkSize = 1 << chunkBits;

/** In front of an id stands the link to the one before it in its chain. In bytes. */
const linkLength = 4;

/** Set in the last byte of an id: no letter of ASCII has it. */
const end = 0x80;

/** Longer ids are rare; a chunk holds many of these. */
const longest = 255;

/** Their number never grows: to divide a million ids anew would hold the thread. */
const chainCount = 1 << 18;

/**
 * Remembers a million ids and more, each exactly as it is. An ASCII id takes its own length and 4 bytes, and all chains
 * take a megabyte, outside the heap. The few ids that are empty, longer or not ASCII are kept as texts.
 */
export class IdSet {
  readonly #chunks: DataView[] = [];
  /** Bytes used in the last chunk. */
  #used = chunkSize;
  /** For each chain, the place of its last id plus one, or 0. Made late, because many sets stay empty. */
  #chains: Uint32Array | undefined;
  /** Nobody can choose ids that all fall into one chain. */
  readonly #seed = Math.floor(Math.random() * 2 ** 30);
  readonly #others = new Set<string>();

  /** Remembers an id; false when it was there already. */
  add(id: string): boolean {
    if (!isPacked(id)) {
      const { size } = this.#others;
      return this.#others.add(id).size > size;
    }
    const chain = this.#chainOf(id);
    if (this.#isIn(chain, id)) {
      return false;
    }
    this.#append(id, chain);
    return true;
  }

  /** Whether an id was remembered. */
  has(id: string): boolean {
    return isPacked(id) ? this.#isIn(this.#chainOf(id), id) : this.#others.has(id);
  }

  #chainOf(id: string): number {
    return hashOf(id, this.#seed) % chainCount;
  }

  #isIn(chain: number, id: string): boolean {
    let link = this.#chains?.[chain] ?? 0;
    for (let chunk = this.#chunkOf(link); chunk !== undefined; chunk = this.#chunkOf(link)) {
      const at = (link - 1) % chunkSize;
      if (isAt(chunk, at + linkLength, id)) {
        return true;
      }
      link = chunk.getUint32(at);
    }
    return false;
  }

  /** The chunk that a link points into. Undefined for the link 0, because there are never that many chunks. */
  #chunkOf(link: number): DataView | undefined {
    return this.#chunks[(link - 1) >>> chunkBits];
  }

  #append(id: string, chain: number): void {
    if (this.#used + linkLength + id.length > chunkSize) {
      this.#chunks.push(new DataView(new ArrayBuffer(chunkSize)));
      this.#used = 0;
    }
    this.#chains ??= new Uint32Array(chainCount);
    const chunk = this.#chunks.at(-1);
    if (chunk !== undefined) {
      const at = this.#used;
      chunk.setUint32(at, this.#chains[chain] ?? 0);
      for (let index = 0; index < id.length; index++) {
        chunk.setUint8(at + linkLength + index, byteAt(id, index));
      }
      this.#chains[chain] = (this.#chunks.length - 1) * chunkSize + at + 1;
      this.#used += linkLength + id.length;
    }
  }
}

/** Whether an id stands at a place. */
function isAt(chunk: DataView, at: number, id: string): boolean {
  // A shorter id that stands here differs at its last byte, which is marked, so nothing behind it is read.
  for (let index = 0; index < id.length; index++) {
    if (chunk.getUint8(at + index) !== byteAt(id, index)) {
      return false;
    }
  }
  return true;
}

function byteAt(id: string, index: number): number {
  return id.charCodeAt(index) | (index === id.length - 1 ? end : 0);
}

function isPacked(id: string): boolean {
  if (id === '' || id.length > longest) {
    return false;
  }
  for (let index = 0; index < id.length; index++) {
    if (id.charCodeAt(index) >= end) {
      return false;
    }
  }
  return true;
}
