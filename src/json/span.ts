import { fromUtf8 } from './bytes.ts';

/** Where a value stands in a JSON text, in bytes; `end` is the first byte after it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const quote = 0x22;
export const comma = 0x2c;
export const colon = 0x3a;
const backslash = 0x5c;
export const openArray = 0x5b;
export const closeArray = 0x5d;
export const openObject = 0x7b;
export const closeObject = 0x7d;

/** The first byte of the value in a whole text: the byte-order mark and white space may stand before it. */
export function rootOf(json: Uint8Array): number {
  return skipSpace(json, json[0] === 0xef && json[1] === 0xbb && json[2] === 0xbf ? 3 : 0);
}

/**
 * The items of the array that begins at `start`. Where the text is not JSON, the items may be anything, or a
 * SyntaxError is thrown.
 */
export function itemsAt(json: Uint8Array, start: number): readonly Span[] {
  const items: Span[] = [];
  let at = skipSpace(json, start + 1);
  while (at < json.length && json[at] !== closeArray) {
    const end = valueEnd(json, at);
    if (end === at) {
      // No value begins here, so the loop would stay in this place for ever.
      throw new SyntaxError('There is no value.');
    }
    items.push({ start: at, end });
    at = skipSpace(json, end);
    at = json[at] === comma ? skipSpace(json, at + 1) : at;
  }
  return items;
}

/** The value of a field in the object at `start`; where several fields have this name, the last counts. */
export function fieldAt(json: Uint8Array, start: number, name: string): Span | undefined {
  let found: Span | undefined;
  for (const [one, span] of eachField(json, start)) {
    found = one === name ? span : found;
  }
  return found;
}

/** The values of all fields by their names, in one pass; where several fields have one name, the last counts. */
export function fieldsAt(json: Uint8Array, start: number): ReadonlyMap<string, Span> {
  return new Map(eachField(json, start));
}

/** The same value on one line: white space between its tokens is left out, all else stays as it is. */
export function onOneLine(json: Uint8Array, span: Span): Uint8Array {
  const value = json.subarray(span.start, span.end);
  if (!value.includes(0x0a) && !value.includes(0x0d)) {
    return value;
  }
  const line = new Uint8Array(value.length);
  let length = 0;
  for (let at = 0; at < value.length; at++) {
    const byte = value[at] ?? 0;
    if (byte === quote) {
      const end = stringEnd(value, at);
      line.set(value.subarray(at, end), length);
      length += end - at;
      at = end - 1;
    } else if (!isSpace(byte)) {
      line[length++] = byte;
    }
  }
  return line.subarray(0, length);
}

/** The text of a value. */
export function textIn(json: Uint8Array, { start, end }: Span): string {
  return fromUtf8(json.subarray(start, end));
}

function* eachField(json: Uint8Array, start: number): Generator<readonly [name: string, value: Span]> {
  let at = skipSpace(json, start + 1);
  while (at < json.length && json[at] !== closeObject) {
    const nameEnd = stringEnd(json, at);
    const value = skipSpace(json, skipSpace(json, nameEnd) + 1);
    const end = valueEnd(json, value);
    yield [String(JSON.parse(textIn(json, { start: at, end: nameEnd }))), { start: value, end }];
    at = skipSpace(json, end);
    at = json[at] === comma ? skipSpace(json, at + 1) : at;
  }
}

/** The first byte after the value that begins at `start`. */
export function valueEnd(json: Uint8Array, start: number): number {
  const walk = new ValueWalk(json, start);
  walk.advance(json.length);
  return walk.at;
}

/** Walks over a value piece by piece, so that other tasks can run in between. */
export class ValueWalk {
  readonly #json: Uint8Array;
  // A counter instead of recursion: a text may be nested deeper than any stack.
  #depth = 0;
  #inString = false;
  at: number;
  done = false;

  constructor(json: Uint8Array, start: number) {
    this.#json = json;
    this.at = start;
  }

  /** Goes on for about so many bytes; it may stop within a string or a number, and goes on there the next time. */
  advance(bytes: number): void {
    const json = this.#json;
    const end = Math.min(json.length, this.at + bytes);
    let at = this.#inString ? this.#afterString(this.at, end) : this.at;
    let depth = this.#depth;
    while (!this.done && at < end) {
      const byte = json[at] ?? 0;
      if (byte === quote) {
        at = this.#afterString(at + 1, end);
      } else if (byte === openObject || byte === openArray) {
        depth++;
        at++;
      } else if (depth === 0) {
        at = plainEnd(json, at, end);
      } else {
        depth -= byte === closeObject || byte === closeArray ? 1 : 0;
        at++;
      }
      this.done = depth === 0 && at < end;
    }
    this.at = Math.min(at, json.length);
    this.#depth = depth;
    this.done ||= at >= json.length;
  }

  #afterString(from: number, end: number): number {
    const closing = closingQuote(this.#json, from, end);
    this.#inString = closing >= end;
    return this.#inString ? closing : closing + 1;
  }
}

/** The first byte after the string that begins at `start`. */
export function stringEnd(json: Uint8Array, start: number): number {
  return Math.min(json.length, closingQuote(json, start + 1, json.length) + 1);
}

/** Most strings are shorter than this, in bytes; for a longer one `indexOf` takes a tenth of the time of the loop. */
const longestNear = 256;

/**
 * The place of the quote that closes the string in which `from` stands; `from` must not stand within an escape. When
 * there is no such quote before `limit`, a place at or right after `limit` from which the search can go on.
 */
export function closingQuote(json: Uint8Array, from: number, limit: number): number {
  const near = Math.min(limit, from + longestNear);
  let at = from;
  while (at < near && json[at] !== quote) {
    at += json[at] === backslash ? 2 : 1;
  }
  return at < near || near === limit ? at : farQuote(json.subarray(0, limit), at);
}

function farQuote(json: Uint8Array, from: number): number {
  for (let next = json.indexOf(quote, from); ; next = json.indexOf(quote, next + 1)) {
    const end = next === -1 ? json.length : next;
    let before = end;
    while (before > from && json[before - 1] === backslash) {
      before--;
    }
    const isEscaped = (end - before) % 2 === 1;
    if (next === -1 || !isEscaped) {
      return isEscaped ? end + 1 : end;
    }
  }
}

/** The first byte after the number, `true`, `false` or `null` that begins at `start`; no later than `limit`. */
export function plainEnd(json: Uint8Array, start: number, limit: number): number {
  let at = start;
  while (at < limit && !endsPlainValue(json[at] ?? 0)) {
    at++;
  }
  return at;
}

/** The first byte from `start` on that is no white space. */
export function skipSpace(json: Uint8Array, start: number): number {
  let at = start;
  while (isSpace(json[at] ?? 0)) {
    at++;
  }
  return at;
}

/** White space between tokens. */
export function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function endsPlainValue(byte: number): boolean {
  return byte === comma || byte === closeArray || byte === closeObject || byte === colon || isSpace(byte);
}
