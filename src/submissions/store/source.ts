import { bestPacking, type Packing } from './packing.ts';

/** An answer of the service as received, shared by all records in it. */
export interface Source {
  /** In bytes, as received. */
  readonly size: number;
  /** Later answers have larger numbers. */
  readonly order: number;
  /** The service's own id of the project of each element; undefined where the element has none. */
  readonly projects: readonly (string | undefined)[];
  /** Resolves once the answer is packed, or will not be packed. */
  readonly settled: Promise<void>;
  /** The answer as received. */
  bytes(): Promise<Uint8Array>;
}

/** A smaller answer, in bytes, is not worth packing. */
const leastPacked = 4096;

/**
 * Keeps an answer packed, at an eighth of its size or less, because most answers are never looked at again. Packing
 * begins after `read` has settled, and runs mostly on another thread. Until it is done, the answer stays as it came.
 */
export function keep(
  answer: Uint8Array,
  projects: Source['projects'] = [],
  read: Promise<unknown> = Promise.resolve(),
): Source {
  return new Kept(answer, projects, read);
}

class Kept implements Source {
  static #count = 0;
  readonly size: number;
  readonly order = ++Kept.#count;
  readonly projects: Source['projects'];
  readonly settled: Promise<void>;
  #bytes: Uint8Array;
  /** How it was packed; undefined before that. */
  #packing: Packing | undefined;

  constructor(answer: Uint8Array, projects: Source['projects'], read: Promise<unknown>) {
    this.projects = projects;
    this.size = answer.byteLength;
    this.#bytes = answer;
    this.settled = this.size < leastPacked ? Promise.resolve() : this.#pack(read);
  }

  async bytes(): Promise<Uint8Array> {
    return (await this.#packing?.unpack(this.#bytes, this.size)) ?? this.#bytes;
  }

  async #pack(read: Promise<unknown>): Promise<void> {
    await read;
    // Let the views show the new answer first.
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    try {
      const packing = bestPacking();
      this.#bytes = await packing.pack(this.#bytes);
      this.#packing = packing;
    } catch {
      // There may be no memory for a second copy: the answer stays as it came.
    }
  }
}
