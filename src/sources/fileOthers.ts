import { fromUtf8, utf8 } from '../json/bytes.ts';
import { firstBreak } from '../json/firstBreak.ts';
import type { FilePlace } from '../api/failure.ts';
import { keptOfDeleted } from '../api/fields.ts';
import { openObject } from '../json/span.ts';
import { isJson, parsed } from './fileValues.ts';

/** The lines of a file that are no JSON: what stands beside it, such as the headers of an answer, and what is broken. */
export class OtherLines {
  #isInHeaders = false;
  #firstBreak: FilePlace | undefined;
  #isPage = false;
  #hasValue = false;
  #hasJson = false;

  /** Whether a line is a header of an answer: JSON in it is no value of the file. */
  isHeader(line: Uint8Array): boolean {
    const head = headOf(line);
    return ((this.#isInHeaders && header.test(head)) || toldHeader.test(head)) && !holdsRecord(line);
  }

  /** Where the first text breaks that belongs to nothing known; undefined without one. */
  get firstBreak(): FilePlace | undefined {
    return this.#firstBreak;
  }

  /** Whether that line begins a web page. */
  get isPage(): boolean {
    return this.#isPage;
  }

  /** Whether one of these lines is JSON after all: a text, a number or a word. */
  get hasJson(): boolean {
    return this.#hasJson;
  }

  /** So many lines ended before the next text: an empty one ends the headers of an answer. */
  noteLines(lines: number): void {
    this.#isInHeaders &&= lines < 2;
  }

  /** Whether a line belongs to what stands beside JSON. `breaks` tells where it breaks if not. */
  isBeside(line: Uint8Array, breaks: () => FilePlace): boolean {
    const head = headOf(line);
    // A header may be folded or odd; what holds JSON and is none, such as the line of a log, stands behind the headers.
    this.#isInHeaders =
      statusLine.test(head) || (this.#isInHeaders && (header.test(head) || !line.includes(openObject)));
    const isBeside = (this.#isInHeaders || besideJson.test(head)) && !holdsRecord(line);
    if (this.#firstBreak !== undefined) {
      return isBeside;
    }
    if (isJson(line)) {
      this.#hasJson = true;
    } else if (!isBeside) {
      this.#firstBreak = breaks();
      this.#isPage = pageStart.test(head);
    }
    return isBeside;
  }

  /** A value ends the headers of an answer. Looks where the first one breaks: a file may be of a language that only looks like JSON. */
  noteValue(value: Uint8Array, placeOf: (at: number) => FilePlace): void {
    this.#isInHeaders = false;
    if (!this.#hasValue) {
      this.#hasValue = true;
      const text = fromUtf8(value);
      const breaks = parsed(text) === undefined ? firstBreak(text) : undefined;
      this.#firstBreak ??= breaks === undefined ? undefined : placeOf(utf8(text.slice(0, breaks)).length);
    }
  }
}

/** How an HTML or XML text begins. */
export const pageStart = /^\s*<(!doctype|html|head|body|\?xml|!--)/i;

/**
 * What `curl --verbose` tells, the status that `curl --write-out` adds, what `time` tells, the fences of Markdown, and the
 * ends of calls and of lists around what was selected in them.
 */
const besideJson = /^([*<>]( |$)|[{}] \[\d+ bytes|\d{1,3}$|(real|user|sys)\s|```|[\]}),;\s]*$)/;

/** How an answer begins that was saved with its headers. */
const statusLine = /^HTTP\/[\d.]+ \d{3}/;

/** A header of an answer; no time, as it begins the line of a log. */
const header = /^[a-z_][\w.-]*:/i;

/** A header as `curl --verbose` tells it. */
const toldHeader = /^[<>] [\w-]+:/;

/** The name of a field that even a deleted record has. */
const recordName = new RegExp(`"(${[...keptOfDeleted].join('|')})"`);

/** Whether a line holds a record, or a part of one: whatever stands before that, it is no header. */
function holdsRecord(line: Uint8Array): boolean {
  return recordName.test(fromUtf8(line));
}

/** So much of a line as tells what it is. */
function headOf(line: Uint8Array): string {
  return fromUtf8(line.subarray(0, 80));
}
