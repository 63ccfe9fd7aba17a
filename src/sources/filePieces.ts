import { FilePiece } from './filePiece.ts';
import type { EnvelopeStart } from './fileValues.ts';

/** What stands around the values that come next: `rest` is what follows the records of an envelope. */
type Level = 'list' | 'rest' | EnvelopeStart;

/** The piece that is filled, and the lists and envelopes that the next value of it stands in. */
export class FilePieces {
  readonly #levels: Level[] = [];
  #piece = new FilePiece('list', true);
  #isFirst = true;
  /** Whether any value came, or an empty list. */
  hasValues = false;
  /** Whether the list that is read begins with a record. */
  isFlat = false;

  /** What the next value stands in; undefined on top. */
  get level(): Level | undefined {
    return this.#levels.at(-1);
  }

  get isFull(): boolean {
    return this.#piece.isFull;
  }

  get isEmpty(): boolean {
    return this.#piece.count === 0;
  }

  /** Goes into a list, or into an envelope once the piece before it was taken. */
  open(level: 'list' | EnvelopeStart): void {
    this.isFlat = level !== 'list';
    this.hasValues ||= level !== 'list';
    this.#turn(level);
  }

  /** Leaves a list; whether that was of an envelope, which goes on. */
  close(): boolean {
    this.isFlat = false;
    const level = this.#levels.pop();
    if (typeof level === 'object') {
      this.#levels.push('rest');
      return true;
    }
    this.#turn();
    return false;
  }

  add(json: Uint8Array, line?: number): void {
    this.hasValues = true;
    this.#piece.add(json, line);
  }

  addBroken(text: Uint8Array, line: number): void {
    this.#piece.addBroken(text, line);
  }

  /** The piece as it is; the next value comes into another one. */
  take(): FilePiece {
    const piece = this.#piece;
    this.#isFirst = false;
    this.#begin();
    return piece;
  }

  #turn(level?: Level): void {
    if (level !== undefined) {
      this.#levels.push(level);
    }
    if (this.isEmpty) {
      this.#begin();
    }
  }

  #begin(): void {
    const { level } = this;
    this.#piece = new FilePiece(typeof level === 'object' ? { project: level.project } : 'list', this.#isFirst);
  }
}
