import { fromUtf8 } from '../json/bytes.ts';
import {
  closeArray,
  closeObject,
  closingQuote,
  comma,
  openArray,
  openObject,
  plainEnd,
  quote,
  stringEnd,
} from '../json/span.ts';

const lineFeed = 0x0a;

/** What separates two values: white space, control characters and commas up to `end`, with `lines` line feeds. */
export interface Separators {
  readonly end: number;
  readonly lines: number;
}

/** Also the record separators of RFC 7464, and the NUL bytes with which files are filled up. */
function isSeparator(byte: number): boolean {
  return isBlank(byte) || byte === comma;
}

/** White space and control characters. */
export function isBlank(byte: number): boolean {
  return byte <= 0x20;
}

const mark = [0xef, 0xbb, 0xbf] as const;

function isMark(json: Uint8Array, at: number): boolean {
  return json[at] === mark[0] && json[at + 1] === mark[1] && json[at + 2] === mark[2];
}

/** The separators that begin at `start`. */
export function separatorsAt(json: Uint8Array, start: number): Separators {
  let end = start + (isMark(json, start) ? mark.length : 0);
  let lines = 0;
  for (let byte = json[end]; byte !== undefined && isSeparator(byte); byte = json[end]) {
    lines += byte === lineFeed ? 1 : 0;
    end++;
    // Where files were put together, a byte-order mark may stand before each of them.
    end += isMark(json, end) ? mark.length : 0;
  }
  return { end, lines };
}

/**
 * The first byte after the object or array that begins at `start`; with `depth`, after the outermost of as many that
 * are already open there. Undefined where it does not end before `limit`.
 */
export function closingEnd(json: Uint8Array, start: number, limit: number, depth = 0): number | undefined {
  let open = depth;
  let at = start;
  while (at < limit) {
    const byte = json[at];
    if (byte === quote) {
      at = closingQuote(json, at + 1, limit);
    } else if (byte === openObject || byte === openArray) {
      open++;
    } else if (byte === closeObject || byte === closeArray) {
      open--;
      if (open === 0) {
        return at + 1;
      }
    }
    at++;
  }
  return undefined;
}

/** The first byte after any value at `start`; undefined where it does not surely end before the end of the bytes. */
export function wholeEnd(json: Uint8Array, start: number): number | undefined {
  const first = json[start];
  if (first === openObject || first === openArray) {
    return closingEnd(json, start, json.length);
  }
  const end = first === quote ? stringEnd(json, start) : plainEnd(json, start, json.length);
  return end < json.length ? end : undefined;
}

/** The value of a JSON text; undefined for what is none. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Whether these bytes are one JSON text. */
export function isJson(json: Uint8Array): boolean {
  return parsed(fromUtf8(json)) !== undefined;
}
