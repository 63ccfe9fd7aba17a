import { projectName } from '../api/envelope.ts';
import { fromUtf8, utf8 } from '../json/bytes.ts';
import { envelopeAt } from './fileEnvelope.ts';
import { parsed } from './fileValues.ts';

/** How many values and bytes a piece has at most; the first piece is small, because a person waits for it. */
const mostItems = 2000;
const mostBytes = 1024 * 1024;
const fewItems = 200;

const comma = 0x2c;
const tail = utf8(']}]');

/** Where the values of a piece stand in the file: on top or in a list, or in the data of an envelope of this project. */
export type Within = 'list' | { readonly project: string | undefined };

/** Some values of a file, one after the other, put together as an answer of the service. */
export class FilePiece {
  readonly within: Within;
  readonly #limit: number;
  #storage: Uint8Array;
  #length: number;
  /** Where each value begins and ends in `bytes`. */
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  /** The lines of the values where they are known, else 0. */
  readonly #lines: number[] = [];
  /** The places of what is known to be no JSON. */
  readonly #broken = new Set<number>();

  constructor(within: Within, isFirst = false) {
    this.within = within;
    this.#limit = isFirst ? fewItems : mostItems;
    const head = utf8(`[{${within === 'list' ? '' : nameOf(within)}"data":[`);
    this.#storage = new Uint8Array(isFirst ? mostBytes / 16 : mostBytes + mostBytes / 8);
    this.#storage.set(head);
    this.#length = head.length;
  }

  /** How many values it has. */
  get count(): number {
    return this.#starts.length;
  }

  /** Whether the next value belongs to the next piece. */
  get isFull(): boolean {
    return this.count >= this.#limit || this.#length >= mostBytes;
  }

  /** Whether it has text that is no JSON. */
  get hasBroken(): boolean {
    return this.#broken.size > 0;
  }

  /** Adds the bytes of a value; `line` is where it begins, 0 where that is not known. */
  add(json: Uint8Array, line = 0): void {
    this.#reserve(json.length + 1);
    if (this.count > 0) {
      this.#storage[this.#length++] = comma;
    }
    this.#starts.push(this.#length);
    this.#storage.set(json, this.#length);
    this.#length += json.length;
    this.#ends.push(this.#length);
    this.#lines.push(line);
  }

  /** Adds text that is no JSON, as a JSON text. */
  addBroken(text: Uint8Array, line: number): void {
    this.#broken.add(this.count);
    this.add(utf8(JSON.stringify(new TextDecoder().decode(text))), line);
  }

  /** The line of a value that is no JSON, where the line is known; undefined for any other value. */
  brokenAt(place: number): { readonly line?: number } | undefined {
    const line = this.#lines[place] ?? 0;
    return this.#broken.has(place) ? (line === 0 ? {} : { line }) : undefined;
  }

  /** The first value; undefined where it is no JSON. */
  get first(): unknown {
    return parsed(fromUtf8(this.#at(0)));
  }

  /** The answer with the values as records of one element. Nothing can be added after it was asked for. */
  get bytes(): Uint8Array {
    this.#reserve(tail.length);
    this.#storage.set(tail, this.#length);
    const bytes = this.#storage.subarray(0, this.#length + tail.length);
    // A small answer is copied, so that it does not keep the whole storage in memory.
    return bytes.length > this.#storage.length / 2 ? bytes : bytes.slice();
  }

  /** The answer with each value as an element: a record or an envelope. */
  get listBytes(): Uint8Array {
    return this.bytes.subarray((this.#starts[0] ?? 1) - 1, 1 - tail.length);
  }

  /** Whether the values may be the records of one element: the first one is no envelope. */
  get isOfRecords(): boolean {
    return this.within !== 'list' || envelopeAt(this.#at(0), 0) === undefined;
  }

  /** The same values, each checked by itself: one that is no JSON is replaced by a JSON string of its text. */
  mended(within = this.within): FilePiece {
    const piece = new FilePiece(within);
    for (let place = 0; place < this.count; place++) {
      const json = this.#at(place);
      const line = this.#lines[place] ?? 0;
      if (this.#broken.has(place)) {
        piece.#broken.add(place);
        piece.add(json, line);
        continue;
      }
      try {
        JSON.parse(fromUtf8(json));
        piece.add(json, line);
      } catch {
        piece.addBroken(json, line);
      }
    }
    return piece;
  }

  #at(place: number): Uint8Array {
    return this.#storage.subarray(this.#starts[place], this.#ends[place]);
  }

  #reserve(bytes: number): void {
    const length = this.#length + bytes;
    if (length > this.#storage.length) {
      const larger = new Uint8Array(Math.max(length, 2 * this.#storage.length));
      larger.set(this.#storage.subarray(0, this.#length));
      this.#storage = larger;
    }
  }
}

function nameOf({ project }: Exclude<Within, string>): string {
  return project === undefined ? '' : `"${projectName}":${JSON.stringify(project)},`;
}
