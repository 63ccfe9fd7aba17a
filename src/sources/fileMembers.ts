import { joined } from '../json/bytes.ts';

/** The length of the shortest header of a member, in bytes. */
const headerLength = 10;

/**
 * The members of a gzip file, which are packed files put one after the other. The platform unpacks only one at a time
 * and does not tell where it ends, so we search for the header of the next one (RFC 1952). In about one of some hundred
 * thousand files of 10 MB, other bytes look like a header by chance.
 */
export class GzipMembers {
  readonly #pieces: AsyncIterator<Uint8Array>;
  /** The bytes that were read and not yet handed out. */
  #rest = new Uint8Array();
  #isRead = false;

  constructor(file: AsyncIterable<Uint8Array>) {
    this.#pieces = file[Symbol.asyncIterator]();
  }

  /** Whether another member comes. */
  get hasNext(): boolean {
    return !this.#isRead || this.#rest.length > 0;
  }

  /** The bytes of the next member, to be read to their end. */
  async *next(): AsyncGenerator<Uint8Array, void, undefined> {
    let isBegin = true;
    for (;;) {
      const header = headerIn(this.#rest, isBegin ? 1 : 0);
      // A header may end in the next piece.
      const end = header ?? (this.#isRead ? this.#rest.length : Math.max(0, this.#rest.length - headerLength + 1));
      if (end > 0) {
        yield this.#rest.subarray(0, end);
        this.#rest = this.#rest.slice(end);
        isBegin = false;
      }
      if (header !== undefined || this.#isRead) {
        return;
      }
      await this.#read();
    }
  }

  async #read(): Promise<void> {
    const piece = await this.#pieces.next();
    this.#isRead = piece.done === true;
    this.#rest = piece.done === true ? this.#rest : new Uint8Array(joined([this.#rest, piece.value]));
  }
}

/** Where the first header of a member begins, from a place on. */
function headerIn(bytes: Uint8Array, from: number): number | undefined {
  for (let at = bytes.indexOf(0x1f, from); at !== -1; at = bytes.indexOf(0x1f, at + 1)) {
    if (isHeader(bytes.subarray(at, at + headerLength))) {
      return at;
    }
  }
  return undefined;
}

/**
 * Whether bytes are a header: the mark of gzip, the method deflate, known flags, a known way of packing, and a known
 * system, which is 0 to 19 (Apple's zlib writes 19) or 255.
 */
function isHeader([mark, second, method, flags = 0xff, , , , , way = 1, system]: Uint8Array): boolean {
  return (
    mark === 0x1f &&
    second === 0x8b &&
    method === 8 &&
    flags < 0x20 &&
    (way === 0 || way === 2 || way === 4) &&
    system !== undefined &&
    (system < 20 || system === 0xff)
  );
}
