import { jsonText } from '../json/jsonText.ts';
import { epochTime } from './timeReading.ts';

/** How deep lists and typed values are looked into. */
const deepestWrapping = 4;

/** An object as parsed from JSON. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is an object and no list. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a list. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Whether a value says nothing at all: null, an empty text, a list of such values. */
export function isEmpty(value: unknown, depth = 0): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && depth < deepestWrapping && value.every((item) => isEmpty(item, depth + 1)))
  );
}

/** Whether a value is a text of white space alone, or none at all. */
export function isBlank(value: unknown): boolean {
  // Most texts begin with a character that is seen.
  return (
    typeof value === 'string' && !(value.charCodeAt(0) > space && value.charCodeAt(0) < 0x7f) && value.trim() === ''
  );
}

const space = 0x20;

/** The names under which the service's own store keeps values by their type: `{"S": "fa_1"}`, `{"N": "85"}`. */
const typeNames = new Set(['S', 'N', 'BOOL', 'L', 'M', 'SS', 'NS']);

/** The value itself where it stands alone in a list, or in a typed form of a store: `["x"]`, `{"S": "x"}`. */
export function unwrapped(value: unknown): unknown {
  let inner = value;
  for (let depth = 0; depth < deepestWrapping; depth++) {
    if (Array.isArray(inner)) {
      const items: readonly unknown[] = inner.filter((item) => !isEmpty(item));
      if (items.length !== 1) {
        return inner;
      }
      [inner] = items;
    } else if (isFields(inner)) {
      const names = Object.keys(inner);
      const [name = ''] = names;
      if (names.length !== 1 || !typeNames.has(name)) {
        return names.length === 1 && name === 'NULL' ? null : inner;
      }
      inner = inner[name];
    } else {
      return inner;
    }
  }
  return inner;
}

/** The text that a value of another type says; undefined where it says none. */
export function textFrom(value: unknown): string | undefined {
  return textOf(unwrapped(value));
}

function textOf(inner: unknown): string | undefined {
  if (typeof inner === 'string') {
    return isBlank(inner) ? undefined : inner;
  }
  return typeof inner === 'boolean' || (typeof inner === 'number' && Number.isFinite(inner))
    ? String(inner)
    : undefined;
}

/** No word that a program writes where there is no value is longer, in characters. */
export const longestNothing = 9;

const nothing = new Set(['', 'null', 'none', 'nil', 'nan', 'undefined', 'n/a']);

/** Whether a text is such a word. */
export function isNothing(text: string): boolean {
  // Most texts begin with another letter.
  const first = text.charCodeAt(0) | 0x20;
  return (
    (first === 0x6e || first === 0x75 || first < 0x30) &&
    text.length <= longestNothing &&
    nothing.has(text.trim().toLowerCase())
  );
}

/** Values in which a service says that there is none of something, where others leave it out. */
const nones = new Set<unknown>([false, '', 'null', 'none', 'nil', 'undefined', 'false', '{}', '[]']);

/** Whether a value is one of them, or says nothing at all. */
export function saysNone(value: unknown): boolean {
  const inner = unwrapped(value);
  return isEmpty(inner) || nones.has(typeof inner === 'string' ? inner.trim().toLowerCase() : inner);
}

/** The text that a value says, other than a word for nothing. */
export function saidFrom(value: unknown): string | undefined {
  const text = textFrom(value);
  return text === undefined || isNothing(text) ? undefined : text;
}

/** The id that a value says. A truth value or a word for nothing tells no record from another. */
export function idFrom(value: unknown): string | undefined {
  return typeof unwrapped(value) === 'boolean' ? undefined : saidFrom(value);
}

/** A time in a list or a typed form; counts since 1970, as `epochTime` reads them, become ISO 8601 texts. */
export function timeFrom(value: unknown): string | undefined {
  const inner = unwrapped(value);
  if (typeof inner === 'string' && !isCount(inner)) {
    return textOf(inner);
  }
  const time = typeof inner === 'string' || typeof inner === 'number' ? epochTime(Number(inner)) : undefined;
  return time === undefined ? undefined : new Date(time).toISOString();
}

/** Whether a text is a number of so many digits as a time since 1970 has. */
export function isCount(text: string): boolean {
  return text.length < 24 && /^\s*\d{9,19}(\.\d*)?\s*$/.test(text);
}

const yes = new Set(['true', 'yes', 'y', 't', 'on', '1']);
const no = new Set(['false', 'no', 'n', 'f', 'off', '0']);

/** What a value of another type says as a flag. What cannot be read counts as true: of deleted data less is shown. */
export function flagFrom(value: unknown): boolean | undefined {
  const inner = unwrapped(value);
  if (typeof inner === 'boolean' || inner === null) {
    return inner ?? undefined;
  }
  const word = typeof inner === 'string' || typeof inner === 'number' ? String(inner).trim().toLowerCase() : '?';
  return yes.has(word) ? true : no.has(word) ? false : nothing.has(word) ? undefined : true;
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/;

/** The number or the truth value that a value says; undefined where it says neither. */
export function readingFrom(value: unknown): number | boolean | undefined {
  const inner = unwrapped(value);
  if (typeof inner === 'number' || typeof inner === 'boolean') {
    return inner;
  }
  const word = typeof inner === 'string' ? inner.trim().toLowerCase() : '';
  if (decimal.test(word) && Number.isFinite(Number(word))) {
    return Number(word);
  }
  return word === 'true' ? true : word === 'false' ? false : undefined;
}

/** The object that a value of another type says: JSON text of one, a list of one. */
export function objectFrom(value: unknown): Fields | undefined {
  const inner = parsedIn(unwrapped(value));
  const again = unwrapped(inner);
  return isFields(again) ? again : undefined;
}

/** The list that a value of another type says: JSON text of one, an object numbered like one, or one item by itself. */
export function listFrom(value: unknown): readonly unknown[] {
  const inner = parsedIn(isFields(value) ? unwrapped(value) : value);
  if (Array.isArray(inner)) {
    return inner.flat(deepestWrapping);
  }
  if (isFields(inner)) {
    const names = Object.keys(inner);
    return names.every((name, index) => name === String(index)) ? Object.values(inner) : [inner];
  }
  return [inner];
}

/** The texts of a list, or of whatever else says some. */
export function textsIn(value: unknown): readonly string[] {
  return listFrom(value)
    .map(textFrom)
    .filter((text) => text !== undefined);
}

/** Those of them that say something: a truth value is no text, and a word for nothing says none. */
export function saidIn(value: unknown): readonly string[] {
  return listFrom(value)
    .map((item) => (typeof unwrapped(item) === 'boolean' ? undefined : saidFrom(item)))
    .filter((text) => text !== undefined);
}

/** A list or an object that was sent as JSON text, parsed; any other value as it is. */
function parsedIn(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) {
    return value;
  }
  try {
    return JSON.parse(value);
  } catch {
    // It only looks like JSON.
    return value;
  }
}

/** A value as it was sent, for a person to read; of a number that is too large for one only that. */
export function sentText(value: unknown): string {
  return typeof value === 'string'
    ? value
    : value === Infinity
      ? '> 1.8e308'
      : value === -Infinity
        ? '< -1.8e308'
        : jsonText(value);
}
