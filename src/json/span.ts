/** Where a value stands in a JSON text, in bytes; `end` is the first byte after it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const backslash = 0x5c;
const openArray = 0x5b;
const closeArray = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

/** The first byte of the value in a whole text: white space and the mark of UTF-8 may stand before it. */
export function rootOf(json: Uint8Array): number {
  return skipSpace(json, json[0] === 0xef && json[1] === 0xbb && json[2] === 0xbf ? 3 : 0);
}

/** The items of the array that begins at `start`. In what is not JSON they may be anything, or a SyntaxError is thrown. */
export function itemsAt(json: Uint8Array, start: number): readonly Span[] {
  const items: Span[] = [];
  let at = skipSpace(json, start + 1);
  while (at < json.length && json[at] !== closeArray) {
    const end = skipValue(json, at);
    if (end === at) {
      // What stands here begins no value, and nothing would ever come after it.
      throw new SyntaxError('There is no value.');
    }
    items.push({ start: at, end });
    at = skipSpace(json, end);
    at = json[at] === comma ? skipSpace(json, at + 1) : at;
  }
  return items;
}

/** The value of a field in the object that begins at `start`; of fields with one name the last counts. */
export function fieldAt(json: Uint8Array, start: number, name: string): Span | undefined {
  let found: Span | undefined;
  for (const [one, span] of eachField(json, start)) {
    found = one === name ? span : found;
  }
  return found;
}

/** The values of all fields by their names, in one pass; of fields with one name the last counts. */
export function fieldsAt(json: Uint8Array, start: number): ReadonlyMap<string, Span> {
  return new Map(eachField(json, start));
}

/** How many arrays and objects stand within each other in a value: 0 for a plain value, 1 for `{}`. */
export function depthIn(json: Uint8Array, { start, end }: Span): number {
  let depth = 0;
  let deepest = 0;
  for (let at = start; at < end; at++) {
    const byte = json[at];
    if (byte === quote) {
      at = skipString(json, at) - 1;
    } else if (byte === openObject || byte === openArray) {
      depth++;
      deepest = Math.max(deepest, depth);
    } else if (byte === closeObject || byte === closeArray) {
      depth--;
    }
  }
  return deepest;
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
      const end = skipString(value, at);
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
  return new TextDecoder().decode(json.subarray(start, end));
}

function* eachField(json: Uint8Array, start: number): Generator<readonly [name: string, value: Span]> {
  let at = skipSpace(json, start + 1);
  while (at < json.length && json[at] !== closeObject) {
    const nameEnd = skipString(json, at);
    const value = skipSpace(json, skipSpace(json, nameEnd) + 1);
    const end = skipValue(json, value);
    yield [String(JSON.parse(textIn(json, { start: at, end: nameEnd }))), { start: value, end }];
    at = skipSpace(json, end);
    at = json[at] === comma ? skipSpace(json, at + 1) : at;
  }
}

function skipValue(json: Uint8Array, start: number): number {
  const first = json[start];
  if (first === quote) {
    return skipString(json, start);
  }
  let at = start;
  if (first !== openObject && first !== openArray) {
    while (at < json.length && !endsPlainValue(json[at] ?? 0)) {
      at++;
    }
    return at;
  }
  // Without recursion: a text may be nested deeper than any stack.
  let depth = 0;
  do {
    const byte = json[at];
    if (byte === quote) {
      at = skipString(json, at);
      continue;
    }
    if (byte === openObject || byte === openArray) {
      depth++;
    } else if (byte === closeObject || byte === closeArray) {
      depth--;
    }
    at++;
  } while (depth > 0 && at < json.length);
  return at;
}

function skipString(json: Uint8Array, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== quote) {
    at += json[at] === backslash ? 2 : 1;
  }
  return at + 1;
}

function skipSpace(json: Uint8Array, start: number): number {
  let at = start;
  while (isSpace(json[at] ?? 0)) {
    at++;
  }
  return at;
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function endsPlainValue(byte: number): boolean {
  return byte === comma || byte === closeArray || byte === closeObject || byte === colon || isSpace(byte);
}
