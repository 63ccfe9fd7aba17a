import type { FilePlace, FileProblem } from '../api/failure.ts';
import { FileError } from './fileError.ts';

const lineFeed = 0x0a;

/** How many bytes are held after `fill`, at least; fewer are not worth a look. */
const fewest = 64 * 1024;

/** The part of a text that is looked at: bytes are added at its end and let go of at its beginning. */
export class FileBuffer {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #storage = new Uint8Array(fewest);
  /** What is held now. */
  bytes = this.#storage.subarray(0, 0);
  #at = 0;
  /** The line of `at`, from 1; 0 where it was not counted. */
  #line = 1;
  /** Whether nothing more can be added. */
  isEnded = false;
  /** The problem with which the text broke off, where it did not simply end; the bytes before it still count. */
  problem: FileProblem | undefined;
  /** Bytes that were let go of. */
  #dropped = 0;
  /**
   * `#lines` line feeds stand before the byte `#counted` of `bytes`; `#lineStart` is the byte of the whole text behind
   * the last of them.
   */
  #counted = 0;
  #lines = 0;
  #lineStart = 0;

  constructor(text: AsyncIterable<Uint8Array>) {
    this.#pieces = text[Symbol.asyncIterator]();
  }

  /** The first byte that nobody has taken. */
  get at(): number {
    return this.#at;
  }

  /** Goes on at `at`, which is `lines` lines further down; without `lines` that is not known. */
  moveTo(at: number, lines?: number): void {
    this.#at = at;
    this.#line = lines === undefined || this.#line === 0 ? 0 : this.#line + lines;
  }

  /** The line of `at`, from 1. */
  get line(): number {
    this.#count();
    return this.#line;
  }

  /**
   * Adds pieces until twice as many bytes are there from `at` on, or the text ends. With smaller steps, a long value
   * would be looked at again and again, which takes time with the square of its length.
   */
  async fill(): Promise<void> {
    const wanted = Math.max(fewest, 2 * (this.bytes.length - this.at));
    do {
      const piece = await this.#next();
      if (piece === undefined) {
        this.isEnded = true;
        return;
      }
      this.#add(piece);
    } while (this.bytes.length - this.at < wanted);
  }

  /** Where a byte of `bytes` stands in the whole text; never one before `at`. */
  placeOf(at: number): FilePlace {
    const { lines, lineStart } = this.#linesUntil(at);
    const start = lineStart - this.#dropped;
    return start < 0
      ? { byte: this.#dropped + at }
      : { line: lines + 1, column: new TextDecoder().decode(this.bytes.subarray(start, at)).length + 1 };
  }

  #count(): void {
    if (this.#line === 0) {
      const { lines, lineStart } = this.#linesUntil(this.#at);
      this.#lineStart = lineStart;
      this.#line = lines + 1;
    } else if (this.#line > this.#lines + 1) {
      // The caller of `moveTo` has counted these lines, so the last one is taken to begin at `at`.
      this.#lineStart = this.#dropped + this.#at;
    }
    this.#lines = this.#line - 1;
    this.#counted = this.#at;
  }

  #linesUntil(at: number): { readonly lines: number; readonly lineStart: number } {
    let lines = this.#lines;
    let lineStart = this.#lineStart;
    let next = this.bytes.indexOf(lineFeed, this.#counted);
    while (next !== -1 && next < at) {
      lines++;
      lineStart = this.#dropped + next + 1;
      next = this.bytes.indexOf(lineFeed, next + 1);
    }
    return { lines, lineStart };
  }

  async #next(): Promise<Uint8Array | undefined> {
    try {
      const next = await this.#pieces.next();
      return next.done === true ? undefined : next.value;
    } catch (error) {
      if (!(error instanceof FileError)) {
        throw error;
      }
      this.problem = error.problem;
      return undefined;
    }
  }

  #add(piece: Uint8Array): void {
    this.#drop();
    const length = this.bytes.length + piece.length;
    if (length > this.#storage.length) {
      const larger = new Uint8Array(Math.max(length, 2 * this.#storage.length));
      larger.set(this.bytes);
      this.#storage = larger;
    }
    this.#storage.set(piece, this.bytes.length);
    this.bytes = this.#storage.subarray(0, length);
  }

  #drop(): void {
    this.#count();
    this.#dropped += this.#at;
    this.#storage.copyWithin(0, this.#at, this.bytes.length);
    this.bytes = this.#storage.subarray(0, this.bytes.length - this.#at);
    this.#at = 0;
    this.#counted = 0;
  }
}
