import { closeArray, comma, isSpace, openArray, openObject, quote, skipSpace } from '../json/span.ts';
import { closingEnd, isBlank, isJson, wholeEnd } from './fileValues.ts';

const lineFeed = 0x0a;

/** The `indexOf` of a Node.js `Buffer` takes a quarter of the time of that of `Uint8Array`. */
const finder: Uint8Array = typeof Buffer === 'undefined' ? new Uint8Array() : Buffer.alloc(0);

/** The line feed that ends the line at `at`; undefined where it does not end. */
export function lineEndOf(bytes: Uint8Array, at: number): number | undefined {
  const end = finder.indexOf.call(bytes, lineFeed, at);
  return end === -1 ? undefined : end;
}

/** A line without the white space and the control characters at its end. */
export function trimmedLine(bytes: Uint8Array, at: number, lineEnd: number): Uint8Array {
  let end = lineEnd;
  while (end > at && isBlank(bytes[end - 1] ?? 0)) {
    end--;
  }
  return bytes.subarray(at, end);
}

/** The line that begins at `at`; `more` where more bytes are needed to tell. Undefined where it is longer than `longest`. */
export function lineAt(
  bytes: Uint8Array,
  at: number,
  isEnded: boolean,
  longest: number,
): Uint8Array | 'more' | undefined {
  const end = lineEndOf(bytes, at);
  if (end !== undefined || isEnded) {
    return trimmedLine(bytes, at, end ?? bytes.length);
  }
  return bytes.length - at < longest ? 'more' : undefined;
}

/**
 * Whether the bracket at `start` begins a list, and not words in brackets. In a list the bracket is followed by the
 * closing bracket, by an object or a list, or by another value with a comma or the closing bracket behind it. Undefined
 * where more bytes are needed to tell.
 */
export function beginsList(json: Uint8Array, start: number): boolean | undefined {
  const at = skipSpace(json, start + 1);
  const first = json[at];
  if (first === undefined || first === openObject || first === openArray || first === closeArray) {
    return first === undefined ? undefined : true;
  }
  const end = wholeEnd(json, at);
  if (end !== undefined && !isJson(json.subarray(at, end))) {
    return false;
  }
  const next = end === undefined ? undefined : json[skipSpace(json, end)];
  return next === undefined ? undefined : next === comma || next === closeArray;
}

/**
 * Where an object, or a list of objects, begins behind other text of a line. Undefined where there is none, or where
 * the first one is not complete: a value inside it is not the value of the line.
 */
export function valueIn(line: Uint8Array): number | undefined {
  let at = line[0] === openObject ? -1 : line.indexOf(openObject);
  while (at !== -1 && line[skipSpace(line, at + 1)] !== quote) {
    at = line.indexOf(openObject, at + 1);
  }
  if (at === -1) {
    return undefined;
  }
  let before = at - 1;
  while (isSpace(line[before] ?? 0)) {
    before--;
  }
  const start = line[before] === openArray ? before : at;
  const end = closingEnd(line, start, line.length);
  return end !== undefined && isJson(line.subarray(start, end)) ? start : undefined;
}
