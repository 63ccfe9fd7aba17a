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

/** An object that is longer than this, in bytes, is searched for a list of records. */
const longObject = 1024 * 1024;

/** The most bytes that are held of one value; no single record is longer. */
const mostValue = 64 * 1024 * 1024;

/** How many bytes of a top-level object are checked to tell whether it is JSON. */
const mostSearched = 16 * 1024;

/** Check the clock every so many values and lines. */
const stretch = 256;

/** What one step did: it took some bytes, it needs the piece to be cut, it met the end, or it needs more bytes. */
type Step = 'taken' | 'cut' | 'end' | 'more';

/**
 * Cuts the text of a file into pieces of values. A value is a JSON text (they stand one after the other, or one a
 * line), an item of a JSON text that is a list, or a record in the data of an envelope. Text between values that is not
 * JSON counts as a broken value.
 */
export class FileScan {
  readonly #buffer: FileBuffer;
  readonly #pieces = new FilePieces();
  /** Whether a value stood on a line of its own. Then broken text costs only its own line. */
  #isByLine = false;
  /** How many line feeds came since the last value. */
  #linesBefore = 1;
  readonly #others = new OtherLines();

  constructor(buffer: FileBuffer) {
    this.#buffer = buffer;
  }

  /** Where the first text breaks that is not JSON. */
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

  /** A top-level object: a record or an envelope, perhaps on a line of its own. */
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

  /** A top-level object of which enough bytes are there to tell whether it is JSON. */
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

  /** An object in a list, or a top-level object that is not a line of its own. */
  #takeObject(at: number): Step {
    const { bytes, isEnded } = this.#buffer;
    const end = closingEnd(bytes, at, Math.min(bytes.length, at + longObject));
    if (end === undefined && bytes.length - at < longObject && !isEnded) {
      return 'more';
    }
    // The first object of a list tells whether the list is one of envelopes.
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

  /** Waits for more of a value; fails when the value is too long. */
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
    // A value may stand behind the time and the level that a log writes.
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

  /** Fails because the text is not JSON from `at` on; where no value came before, from the first broken text on. */
  #stop(at: number, endsEarly: boolean): Step {
    const first = this.#pieces.hasValues ? undefined : this.firstBreak;
    const where = first ?? this.#buffer.placeOf(at);
    return first !== undefined && this.#others.isPage
      ? this.#fail({ cause: 'html' })
      : this.#fail({ cause: 'notJson', where, endsEarly });
  }

  /** Fails once the values before the problem were taken. */
  #fail(problem: FileError['problem']): Step {
    if (!this.#pieces.isEmpty) {
      return 'cut';
    }
    throw new FileError(this.#buffer.problem ?? problem);
  }
}
