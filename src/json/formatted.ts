import {
  closeArray,
  closeObject,
  colon,
  comma,
  isSpace,
  openArray,
  openObject,
  plainEnd,
  quote,
  stringEnd,
} from './span.ts';
import { Turn } from './turn.ts';

/** Deeper than this, a line is not indented any more: the text of a deep value would grow with the square of its size. */
const deepestIndent = 100;

/** So many bytes are formatted before the clock is looked at. */
const stretch = 64 * 1024;

const newline = 0x0a;
const space = 0x20;

/**
 * A JSON value with line breaks (LF) and two spaces a level, as UTF-8. Only white space between tokens differs from what
 * came: keys keep their order and their repetitions, numbers their digits, strings their escapes. Takes time in
 * proportion to its length, however deep it is nested, and passes the thread on. Expects JSON.
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
  return writer.end();
}

class Writer {
  readonly #json: Uint8Array;
  #at = 0;
  #out: Uint8Array;
  #length = 0;
  #depth = 0;

  constructor(json: Uint8Array) {
    this.#json = json;
    this.#out = new Uint8Array(json.length + (json.length >> 1) + 64);
  }

  get done(): boolean {
    return this.#at >= this.#json.length;
  }

  /** Takes in so many bytes more, and the token in which they end. */
  write(bytes: number): void {
    for (const end = Math.min(this.#json.length, this.#at + bytes); this.#at < end;) {
      this.#writeToken(this.#json[this.#at] ?? 0);
    }
  }

  /** What was written, and a line break after it. */
  end(): Uint8Array {
    this.#add(newline);
    return this.#out.subarray(0, this.#length);
  }

  #writeToken(byte: number): void {
    if (isSpace(byte)) {
      this.#at++;
    } else if (byte === openObject || byte === openArray) {
      this.#open(byte);
    } else if (byte === closeObject || byte === closeArray) {
      this.#at++;
      this.#depth--;
      this.#breakLine();
      this.#add(byte);
    } else if (byte === comma) {
      this.#at++;
      this.#add(byte);
      this.#breakLine();
    } else if (byte === colon) {
      this.#at++;
      this.#add(byte);
      this.#add(space);
    } else {
      this.#copy(byte === quote ? stringEnd(this.#json, this.#at) : plainEnd(this.#json, this.#at));
    }
  }

  /** An empty object or array stays on its line. */
  #open(byte: number): void {
    let next = this.#at + 1;
    while (isSpace(this.#json[next] ?? 0)) {
      next++;
    }
    this.#add(byte);
    const following = this.#json[next];
    if (following === closeObject || following === closeArray) {
      this.#at = next + 1;
      this.#add(following);
      return;
    }
    this.#at = next;
    this.#depth++;
    this.#breakLine();
  }

  #copy(end: number): void {
    this.#reserve(end - this.#at);
    this.#out.set(this.#json.subarray(this.#at, end), this.#length);
    this.#length += end - this.#at;
    this.#at = end;
  }

  #breakLine(): void {
    const indent = 2 * Math.min(this.#depth, deepestIndent);
    this.#reserve(indent + 1);
    this.#out[this.#length] = newline;
    this.#out.fill(space, this.#length + 1, this.#length + 1 + indent);
    this.#length += indent + 1;
  }

  #add(byte: number): void {
    this.#reserve(1);
    this.#out[this.#length++] = byte;
  }

  #reserve(bytes: number): void {
    if (this.#length + bytes > this.#out.length) {
      const larger = new Uint8Array(2 * (this.#length + bytes));
      larger.set(this.#out.subarray(0, this.#length));
      this.#out = larger;
    }
  }
}
