import { fromUtf8, utf8 } from '../json/bytes.ts';
import { firstBreak } from '../json/firstBreak.ts';
import type { FilePlace } from '../api/failure.ts';
import { keptOfDeleted } from '../api/fields.ts';
import { openObject } from '../json/span.ts';
import { isJson, parsed } from './fileValues.ts';

/** The lines of a file that are not JSON: text beside the JSON, such as the headers of an answer, and broken text. */
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

  /** Where the first text breaks that is neither JSON nor known text beside it; undefined without one. */
  get firstBreak(): FilePlace | undefined {
    return this.#firstBreak;
  }

  /** Whether the line of `firstBreak` begins a web page. */
  get isPage(): boolean {
    return this.#isPage;
  }

  /** Whether one of these lines is JSON after all: a text, a number or a word. */
  get hasJson(): boolean {
    return this.#hasJson;
  }

  /** Notes how many lines ended before the next text. Two mean an empty line, which ends the headers of an answer. */
  noteLines(lines: number): void {
    this.#isInHeaders &&= lines < 2;
  }

  /** Whether a line is known text beside the JSON. If not, `breaks` tells where the line breaks. */
  isBeside(line: Uint8Array, breaks: () => FilePlace): boolean {
    const head = headOf(line);
    // A header may be folded or odd. A line that is no header and has a brace, such as one of a log, ends the headers.
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

  /**
   * Notes a value, which ends the headers of an answer. Checks where the first value breaks, because a file may be in a
   * language that only looks like JSON.
   */
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
 * Lines beside JSON: the output of `curl --verbose`, the status that `curl --write-out` adds, the output of `time`, the
 * fences of Markdown, and the closing brackets of a call or a list from which the JSON was selected.
 */
const besideJson = /^([*<>]( |$)|[{}] \[\d+ bytes|\d{1,3}$|(real|user|sys)\s|```|[\]}),;\s]*$)/;

/** How an answer begins that was saved with its headers. */
const statusLine = /^HTTP\/[\d.]+ \d{3}/;

/** A header of an answer. It does not match a time such as `10:00:00`, with which a line of a log begins. */
const header = /^[a-z_][\w.-]*:/i;

/** A header as `curl --verbose` tells it. */
const toldHeader = /^[<>] [\w-]+:/;

/** The name of a field that even a deleted record has. */
const recordName = new RegExp(`"(${[...keptOfDeleted].join('|')})"`);

/** Whether a line holds a record, or a part of one. Such a line is no header, whatever stands before the record. */
function holdsRecord(line: Uint8Array): boolean {
  return recordName.test(fromUtf8(line));
}

/** The beginning of a line, which is enough to tell what the line is. */
function headOf(line: Uint8Array): string {
  return fromUtf8(line.subarray(0, 80));
}
