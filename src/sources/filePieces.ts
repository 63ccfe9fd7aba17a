import { FilePiece } from './filePiece.ts';
import type { EnvelopeStart } from './fileEnvelope.ts';

/** What stands around the values that come next: `rest` is what follows the records of an envelope. */
type Level = 'list' | 'rest' | EnvelopeStart;

/** So many lists can stand one in the other: a file can begin with any number of brackets. */
const deepest = 16;

/** The piece that is filled, and the lists and envelopes that the next value of it stands in. */
export class FilePieces {
  readonly #levels: Level[] = [];
  /** Undefined before its first value. */
  #piece: FilePiece | undefined;
  #isFirst = true;
  /** Whether any value came, or an empty list. */
  hasValues = false;
  /** Whether the list that is read begins with a record. */
  isFlat = false;

  /** What the next value stands in; undefined on top. */
  get level(): Level | undefined {
    return this.#levels.at(-1);
  }

  /** Whether a list in this one is no list of records, but a value of its own. */
  get isDeep(): boolean {
    return this.#levels.length >= deepest;
  }

  get isFull(): boolean {
    return this.#piece?.isFull === true;
  }

  get isEmpty(): boolean {
    return this.#piece === undefined;
  }

  /** Goes into a list, or into an envelope once the piece before it was taken. */
  open(level: 'list' | EnvelopeStart): void {
    this.isFlat = level !== 'list';
    this.hasValues ||= level !== 'list';
    this.#levels.push(level);
  }

  /** Leaves a list; whether that was of an envelope, which goes on. */
  close(): boolean {
    this.isFlat = false;
    const isOfEnvelope = typeof this.#levels.pop() === 'object';
    if (isOfEnvelope) {
      this.#levels.push('rest');
    }
    return isOfEnvelope;
  }

  add(json: Uint8Array, line?: number): void {
    this.hasValues = true;
    this.#begun().add(json, line);
  }

  addBroken(text: Uint8Array, line: number): void {
    this.#begun().addBroken(text, line);
  }

  /** The piece, if it has anything; the next value comes into another one. */
  take(): FilePiece | undefined {
    const piece = this.#piece;
    this.#piece = undefined;
    this.#isFirst = false;
    return piece;
  }

  #begun(): FilePiece {
    const { level } = this;
    const within = typeof level === 'object' ? { project: level.project } : 'list';
    this.#piece ??= new FilePiece(within, this.#isFirst);
    return this.#piece;
  }
}
