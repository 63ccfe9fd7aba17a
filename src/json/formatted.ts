import { joinedInTurns } from './bytes.ts';
import {
  closeArray,
  closeObject,
  closingQuote,
  colon,
  comma,
  isSpace,
  openArray,
  openObject,
  plainEnd,
  quote,
} from './span.ts';
import { Turn } from './turn.ts';

/** Deeper than this, a line is not indented any further: the text of a deep value would grow with the square of its size. */
const deepestIndent = 100;

/** Bytes of indentation in a whole text; lines after that have none. No editor opens a text that is much larger. */
const mostIndentation = 128 * 1024 * 1024;

/** How many bytes are formatted between two looks at the clock. */
const stretch = 64 * 1024;

/** Bytes in a piece of the result; what is written at once must fit into one. */
const pieceSize = 1024 * 1024;

const newline = 0x0a;
const space = 0x20;

/**
 * A JSON value with line breaks (LF) and two spaces a level, as UTF-8. Only white space between tokens differs from what
 * came: keys keep their order and their repetitions, numbers their digits, strings their escapes. Takes time in
 * proportion to its length, however deep it is nested. Lets other tasks run, also within a long string. Expects JSON.
 */
export async function formatted(json: Uint8Array): Promise<Uint8Array> {
  const turn = new Turn();
  const writer = new Writer(json);
  while (!writer.done) {
    writer.write(stretch);
    if (turn.over) {
      await turn.pass();
    }
  }
  return await joinedInTurns(writer.end(), turn);
}

class Writer {
  readonly #json: Uint8Array;
  #at = 0;
  #depth = 0;
  #inString = false;
  /** True right after an opening bracket, while it is not known whether the object or array is empty. */
  #isOpened = false;
  #indentationLeft = mostIndentation;
  readonly #pieces: Uint8Array[] = [];
  #piece = new Uint8Array(pieceSize);
  #length = 0;

  constructor(json: Uint8Array) {
    this.#json = json;
  }

  get done(): boolean {
    return this.#at >= this.#json.length;
  }

  /** Formats about `bytes` more bytes; it may stop within a string or a number. */
  write(bytes: number): void {
    for (const end = Math.min(this.#json.length, this.#at + bytes); this.#at < end;) {
      const byte = this.#json[this.#at] ?? 0;
      if (this.#inString) {
        this.#copyString(this.#at, end);
      } else if (isSpace(byte)) {
        this.#at++;
      } else {
        this.#writeToken(byte, end);
      }
    }
  }

  /** What was written, and a line break after it. */
  end(): readonly Uint8Array[] {
    this.#add(newline);
    return [...this.#pieces, this.#piece.subarray(0, this.#length)];
  }

  #writeToken(byte: number, end: number): void {
    const isClosing = byte === closeObject || byte === closeArray;
    this.#depth -= isClosing ? 1 : 0;
    // Break the line after an opening bracket and before a closing one; an empty object or array stays on one line.
    if (isClosing !== this.#isOpened) {
      this.#breakLine();
    }
    this.#isOpened = byte === openObject || byte === openArray;
    if (byte === quote) {
      this.#copyString(this.#at + 1, end);
    } else if (isClosing || this.#isOpened || byte === comma || byte === colon) {
      this.#depth += this.#isOpened ? 1 : 0;
      this.#copy(this.#at + 1);
      this.#addAfter(byte);
    } else {
      this.#copy(plainEnd(this.#json, this.#at, end));
    }
  }

  #addAfter(sign: number): void {
    if (sign === comma) {
      this.#breakLine();
    } else if (sign === colon) {
      this.#add(space);
    }
  }

  /** Copies the string in which `from` stands, up to the end of the string or to `end`. */
  #copyString(from: number, end: number): void {
    const closing = closingQuote(this.#json, from, end);
    this.#inString = closing >= end;
    this.#copy(Math.min(this.#json.length, this.#inString ? closing : closing + 1));
  }

  #copy(end: number): void {
    this.#reserve(end - this.#at);
    while (this.#at < end) {
      this.#piece[this.#length++] = this.#json[this.#at++] ?? 0;
    }
  }

  #breakLine(): void {
    const indent = Math.min(2 * Math.min(this.#depth, deepestIndent), this.#indentationLeft);
    this.#indentationLeft -= indent;
    this.#reserve(indent + 1);
    this.#piece[this.#length++] = newline;
    for (const end = this.#length + indent; this.#length < end;) {
      this.#piece[this.#length++] = space;
    }
  }

  #add(byte: number): void {
    this.#reserve(1);
    this.#piece[this.#length++] = byte;
  }

  #reserve(bytes: number): void {
    if (this.#length + bytes > this.#piece.length) {
      this.#pieces.push(this.#piece.subarray(0, this.#length));
      this.#piece = new Uint8Array(pieceSize);
      this.#length = 0;
    }
  }
}
