import { fromUtf8, utf8 } from '../json/bytes.ts';
import { closeArray, closeObject, openArray, openObject, skipSpace } from '../json/span.ts';
import { Turn } from '../json/turn.ts';
import type { FilePlace } from '../api/failure.ts';
import type { FileBuffer } from './fileBuffer.ts';
import { envelopeAt, type EnvelopeStart } from './fileEnvelope.ts';
import { FileError } from './fileError.ts';
import { beginsList, lineAt, lineEndOf, trimmedLine, valueIn } from './fileLines.ts';
import { beginningOf } from './fileObject.ts';
import { OtherLines } from './fileOthers.ts';
import type { FilePiece } from './filePiece.ts';
import { FilePieces } from './filePieces.ts';
import { closingEnd, isJson, separatorsAt, wholeEnd } from './fileValues.ts';

/** A longer object is looked into for a list of records. In bytes. */
const longObject = 1024 * 1024;

/** No single record is longer. In bytes. */
const mostValue = 64 * 1024 * 1024;

/** So much of a value on top is looked at to tell whether it is one. In bytes. */
const mostSearched = 16 * 1024;

/** Check the clock every so many values and lines. */
const stretch = 256;

/** What a look at the next bytes came to. */
type Step = 'taken' | 'cut' | 'end' | 'more';

/**
 * Cuts the text of a file into pieces: the values of JSON texts, one after the other or one a line, of the lists that
 * these are, and of the data of their envelopes. What stands between them and is no JSON counts as a broken value.
 */
export class FileScan {
  readonly #buffer: FileBuffer;
  readonly #pieces = new FilePieces();
  /** Whether a value came that is a line of its own: then what breaks costs its line. */
  #isByLine = false;
  /** How many line feeds came since the last value. */
  #linesBefore = 1;
  readonly #others = new OtherLines();

  constructor(buffer: FileBuffer) {
    this.#buffer = buffer;
  }

  /** Where the first text is that is no JSON. */
  get firstBreak(): FilePlace | undefined {
    return this.#others.firstBreak;
  }

  /** The next piece; undefined after the last one. Throws a `FileError` where the text cannot be followed any further. */
  async next(): Promise<FilePiece | undefined> {
    const turn = new Turn();
    for (let count = 1; ; count++) {
      if (count % stretch === 0 && turn.over) {
        await turn.pass();
      }
      const step = this.#step();
      if (step === 'more') {
        await this.#buffer.fill();
      } else if (this.#pieces.isFull || (step !== 'taken' && !this.#pieces.isEmpty)) {
        return this.#pieces.take();
      } else if (step === 'end') {
        return undefined;
      }
    }
  }

  #step(): Step {
    const { bytes, at: from, isEnded } = this.#buffer;
    const { level } = this.#pieces;
    if (level === 'rest') {
      return this.#skipRest();
    }
    const { end: at, lines } = separatorsAt(bytes, from);
    this.#linesBefore += lines;
    this.#others.noteLines(this.#linesBefore);
    this.#buffer.moveTo(at, lines);
    const first = bytes[at];
    if (first === undefined) {
      return isEnded ? this.#end(at) : 'more';
    }
    if (first === openArray && (level === undefined || level === 'list') && !this.#pieces.isDeep) {
      return this.#openList(at);
    }
    if (first === openObject) {
      return level === undefined ? this.#takeTopObject(at) : this.#takeObject(at);
    }
    if (level === undefined) {
      return this.#takeLine(at);
    }
    return first === closeArray ? this.#closeList(at) : this.#takePlain(at);
  }

  #openList(at: number): Step {
    const { bytes, isEnded } = this.#buffer;
    const isList = beginsList(bytes, at);
    if (isList === undefined && !isEnded) {
      return this.#moreOf(at);
    }
    if (isList === false && this.#pieces.level === undefined) {
      return this.#takeLine(at);
    }
    this.#pieces.hasValues ||= bytes[skipSpace(bytes, at + 1)] === closeArray;
    this.#pieces.open('list');
    this.#buffer.moveTo(at + 1, 0);
    return 'taken';
  }

  #closeList(at: number): Step {
    this.#buffer.moveTo(at + 1, 0);
    return this.#pieces.close() ? 'cut' : 'taken';
  }

  /** Goes on behind an envelope whose records were read. */
  #skipRest(): Step {
    const { bytes, at, isEnded } = this.#buffer;
    const end = closingEnd(bytes, at, bytes.length, 1);
    if (end === undefined) {
      return isEnded ? this.#stop(bytes.length, true) : 'more';
    }
    this.#buffer.moveTo(end);
    this.#pieces.close();
    return 'taken';
  }

  /** An object on top: a record or an envelope, perhaps on a line of its own. */
  #takeTopObject(at: number): Step {
    const { bytes, isEnded } = this.#buffer;
    const line = this.#linesBefore > 0 ? lineAt(bytes, at, isEnded, longObject) : undefined;
    if (line === 'more') {
      return line;
    }
    const isShort = line !== undefined && (line.length <= longObject || envelopeAt(line, 0) === undefined);
    if (isShort && line.at(-1) === closeObject && (this.#isByLine || isJson(line))) {
      this.#isByLine = true;
      return this.#add(line, at + line.length, this.#buffer.line, 0);
    }
    return bytes.length - at < mostSearched && !isEnded ? 'more' : this.#takeSearched(at);
  }

  /** An object of which so much is there that it tells whether it is one. */
  #takeSearched(at: number): Step {
    const { bytes, isEnded } = this.#buffer;
    const whole = closingEnd(bytes, at, Math.min(bytes.length, at + mostSearched));
    if (whole !== undefined && isJson(bytes.subarray(at, whole))) {
      return this.#add(bytes.subarray(at, whole), whole);
    }
    const text = fromUtf8(bytes.subarray(at, at + mostSearched));
    const { kind, length } = beginningOf(text, this.#isByLine, isEnded && bytes.length - at <= mostSearched);
    const end = at + utf8(text.slice(0, length)).length;
    if (kind === 'object') {
      return this.#takeObject(at);
    }
    return kind === 'line' ? this.#takeLine(at, end - at) : this.#stop(end, false);
  }

  /** An object in a list, or one on top that is none on a line of its own. */
  #takeObject(at: number): Step {
    const { bytes, isEnded } = this.#buffer;
    const end = closingEnd(bytes, at, Math.min(bytes.length, at + longObject));
    if (end === undefined && bytes.length - at < longObject && !isEnded) {
      return 'more';
    }
    // The first object of a list tells whether it is one of envelopes.
    const { isFlat, level } = this.#pieces;
    const envelope = typeof level === 'object' || (isFlat && end !== undefined) ? undefined : envelopeAt(bytes, at);
    this.#pieces.isFlat = envelope === undefined && level !== undefined;
    if (end !== undefined && (envelope === undefined || isJson(bytes.subarray(at, end)))) {
      return this.#add(bytes.subarray(at, end), end);
    }
    if (envelope !== undefined) {
      return envelope.isCut && !isEnded ? 'more' : this.#openEnvelope(envelope);
    }
    const farEnd = closingEnd(bytes, at, bytes.length);
    if (farEnd !== undefined) {
      return this.#add(bytes.subarray(at, farEnd), farEnd);
    }
    return isEnded ? this.#stop(bytes.length, true) : this.#moreOf(at);
  }

  /** Waits for more of a value. */
  #moreOf(at: number): Step {
    const held = this.#buffer.bytes.length - at;
    return held > mostValue ? this.#fail({ cause: 'tooLarge', bytes: held, limit: mostValue }) : 'more';
  }

  /** Goes into an envelope that is too long, or broken, to be taken as a whole. */
  #openEnvelope(envelope: EnvelopeStart): Step {
    this.#pieces.countWords();
    if (!this.#pieces.isEmpty) {
      return 'cut';
    }
    this.#pieces.open(envelope);
    this.#buffer.moveTo(envelope.at);
    return 'taken';
  }

  /** A text, a number or a word in a list. */
  #takePlain(at: number): Step {
    const { bytes, isEnded } = this.#buffer;
    const end = wholeEnd(bytes, at);
    if (end === undefined) {
      return isEnded ? this.#stop(bytes.length, true) : this.#moreOf(at);
    }
    return end === at ? this.#stop(at, false) : this.#add(bytes.subarray(at, end), end);
  }

  /** A line that is no JSON, broken at `breaks`. Before the first JSON it may be what curl or a terminal writes. */
  #takeLine(at: number, breaks = 0): Step {
    const { bytes, isEnded } = this.#buffer;
    const end = lineEndOf(bytes, at);
    if (end === undefined && !isEnded && bytes.length - at < mostValue) {
      return 'more';
    }
    if (end === undefined && this.#buffer.problem !== undefined) {
      return this.#stop(at, true);
    }
    const line = trimmedLine(bytes, at, end ?? bytes.length);
    // Behind the time and the level that a log writes.
    const start = this.#others.isHeader(line) ? undefined : valueIn(line);
    if (start !== undefined) {
      this.#buffer.moveTo(at + start, 0);
      return 'taken';
    }
    const isBeside = this.#others.isBeside(line, () => this.#buffer.placeOf(at + breaks));
    if (!isBeside && (this.#pieces.hasValues || bytes[at] === openObject)) {
      this.#pieces.addBroken(line, this.#buffer.line);
    }
    this.#linesBefore = 0;
    this.#buffer.moveTo(at + line.length, 0);
    return 'taken';
  }

  #add(json: Uint8Array, end: number, line = 0, lines?: number): Step {
    this.#others.noteValue(json, (within) => this.#buffer.placeOf(end - json.length + within));
    this.#linesBefore = 0;
    this.#pieces.add(json, line);
    this.#buffer.moveTo(end, lines);
    return 'taken';
  }

  #end(at: number): Step {
    const { level, hasValues } = this.#pieces;
    if (level === undefined && !hasValues && this.firstBreak === undefined) {
      return this.#fail(this.#others.hasJson ? { cause: 'noSubmissions', fields: [] } : { cause: 'empty' });
    }
    const isWhole = level === undefined && hasValues && this.#buffer.problem === undefined;
    return isWhole ? 'end' : this.#stop(at, level !== undefined);
  }

  /** The text is no JSON from here on; where nothing but other text came before, it is none from there on. */
  #stop(at: number, endsEarly: boolean): Step {
    const first = this.#pieces.hasValues ? undefined : this.firstBreak;
    const where = first ?? this.#buffer.placeOf(at);
    return first !== undefined && this.#others.isPage
      ? this.#fail({ cause: 'html' })
      : this.#fail({ cause: 'notJson', where, endsEarly });
  }

  /** Once the values before it were taken. */
  #fail(problem: FileError['problem']): Step {
    if (!this.#pieces.isEmpty) {
      return 'cut';
    }
    throw new FileError(this.#buffer.problem ?? problem);
  }
}
