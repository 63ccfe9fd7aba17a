import { openArray, openObject, quote } from '../json/span.ts';
import { FilePiece } from './filePiece.ts';
import type { EnvelopeStart } from './fileEnvelope.ts';

/** What stands around the values that come next: `rest` is what follows the records of an envelope. */
type Level = 'list' | 'rest' | EnvelopeStart;

/**
 * How many lists are opened one in the other; there is a limit because a file can begin with any number of brackets.
 */
const deepest = 16;

/**
 * How many lines of words are kept back at most, and how long such a line may be, in bytes: a program writes less
 * behind an answer.
 */
const mostWords = 100;
const longestWords = 1000;

/** The piece that is being filled, and the lists and envelopes around its next value. */
export class FilePieces {
  readonly #levels: Level[] = [];
  /** Undefined before its first value. */
  #piece: FilePiece | undefined;
  #isFirst = true;
  /** Words behind the last value, which count as broken values once another one comes. */
  #words: { readonly text: Uint8Array; readonly line: number }[] = [];
  /** Whether any value came, or an empty list. */
  hasValues = false;
  /** Whether the list that is read begins with a record. */
  isFlat = false;

  /** What the next value stands in; undefined on top. */
  get level(): Level | undefined {
    return this.#levels.at(-1);
  }

  /** Whether lists are open so deep that one more is not opened, but counts as a value of its own. */
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
    this.countWords();
    this.isFlat = level !== 'list';
    this.hasValues ||= level !== 'list';
    this.#levels.push(level);
  }

  /** Leaves a list; returns whether it was that of an envelope, whose other fields may follow. */
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
    this.countWords();
    this.#begun().add(json, line);
  }

  /** Adds text that is no JSON. Words count as a broken value unless they stand behind the last value. */
  addBroken(text: Uint8Array, line: number): void {
    if (this.#words.length < mostWords && isWords(text)) {
      this.#words.push({ text: text.slice(), line });
      return;
    }
    this.countWords();
    this.#begun().addBroken(text, line);
  }

  /** Counts the words that were kept back: a value stands behind them. */
  countWords(): void {
    for (const { text, line } of this.#words.splice(0)) {
      this.#begun().addBroken(text, line);
    }
  }

  /** The piece, if it has any value; the next value goes into a new piece. */
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

/** Whether a line cannot be a record, nor a part of one that says anything. */
function isWords(line: Uint8Array): boolean {
  return line.length <= longestWords && ![quote, openObject, openArray].some((byte) => line.includes(byte));
}
