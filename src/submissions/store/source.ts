import { joinedInTurns } from '../../json/bytes.ts';
import { Turn } from '../../json/turn.ts';
import { method, packedByNode } from './packing.ts';

/** An answer of the service as received, shared by all records in it. */
export interface Source {
  /** In bytes, as received. */
  readonly size: number;
  /** Later answers have larger numbers. */
  readonly order: number;
  /** Resolves when the answer takes as little memory as it will. */
  readonly settled: Promise<void>;
  /** The answer as received. */
  bytes(): Promise<Uint8Array>;
}

/** A smaller answer, in bytes, is not worth packing. */
const leastPacked = 4096;

/**
 * Keeps an answer packed, at about an eighth of its size: most answers are never looked at again. Once it was
 * `read` it is packed, for the most part on another thread; until that is done it stays as it came.
 */
export function keep(answer: Uint8Array, read: Promise<unknown> = Promise.resolve()): Source {
  return new Kept(answer, read);
}

class Kept implements Source {
  static #count = 0;
  readonly size: number;
  readonly order = ++Kept.#count;
  readonly settled: Promise<void>;
  #bytes: Uint8Array;
  #packed = false;

  constructor(answer: Uint8Array, read: Promise<unknown>) {
    this.size = answer.byteLength;
    this.#bytes = answer;
    this.settled = this.size < leastPacked ? Promise.resolve() : this.#pack(read);
  }

  async bytes(): Promise<Uint8Array> {
    return this.#packed ? await through(new DecompressionStream(method), this.#bytes) : this.#bytes;
  }

  async #pack(read: Promise<unknown>): Promise<void> {
    await read;
    // What has just come is shown first.
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    try {
      this.#bytes = await (packedByNode(this.#bytes) ?? through(new CompressionStream(method), this.#bytes));
      this.#packed = true;
    } catch {
      // There may be no memory for a second copy: the answer stays as it came.
    }
  }
}

/** Bytes that are handed over at once. */
const stretch = 1024 * 1024;

async function through({ readable, writable }: CompressionStream, bytes: Uint8Array): Promise<Uint8Array> {
  const [out] = await Promise.all([allOf(readable.getReader()), write(writable.getWriter(), bytes)]);
  return out;
}

async function write(writer: ReturnType<CompressionStream['writable']['getWriter']>, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; at += stretch) {
    await writer.write(unshared(bytes.subarray(at, at + stretch)));
  }
  await writer.close();
}

/** The same bytes for a stream, which takes none that threads share. Those of answers are not: they are not copied. */
function unshared(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset, length } = bytes;
  return buffer instanceof ArrayBuffer ? new Uint8Array(buffer, byteOffset, length) : new Uint8Array(bytes);
}

/** All bytes of a stream. Not by way of a response: that joins them without a pause. */
async function allOf(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array> {
  const turn = new Turn();
  const pieces: Uint8Array[] = [];
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    pieces.push(next.value);
    if (turn.over) {
      await turn.pass();
    }
  }
  return await joinedInTurns(pieces, turn);
}
