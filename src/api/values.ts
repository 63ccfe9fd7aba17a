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

/** Whether a value is an empty text, or a text of white space alone. */
export function isBlank(value: unknown): boolean {
  // Most texts begin with a visible character, and then `trim` is not needed.
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

/** The length, in characters, of the longest word that a program writes where there is no value. */
export const longestNothing = 9;

const nothing = new Set(['', 'null', 'none', 'nil', 'nan', 'undefined', 'n/a']);

/** Whether a text is a word that a program writes where there is no value, such as `null`. */
export function isNothing(text: string): boolean {
  // Most texts begin with another letter, and then nothing more is checked.
  const first = text.charCodeAt(0) | 0x20;
  return (
    (first === 0x6e || first === 0x75 || first < 0x30) &&
    text.length <= longestNothing &&
    nothing.has(text.trim().toLowerCase())
  );
}

/** Values with which a service says that there is nothing, where other services leave the field out. */
const nones = new Set<unknown>([false, '', 'null', 'none', 'nil', 'undefined', 'false', '{}', '[]']);

/** Whether a value is one of `nones`, or empty. */
export function saysNone(value: unknown): boolean {
  const inner = unwrapped(value);
  return isEmpty(inner) || nones.has(typeof inner === 'string' ? inner.trim().toLowerCase() : inner);
}

/** The text that a value says, other than a word for nothing. */
export function saidFrom(value: unknown): string | undefined {
  const text = textFrom(value);
  return text === undefined || isNothing(text) ? undefined : text;
}

/** The id that a value says. A truth value or a word for nothing is no id: it cannot tell one record from another. */
export function idFrom(value: unknown): string | undefined {
  return typeof unwrapped(value) === 'boolean' ? undefined : saidFrom(value);
}

/**
 * The time that a value says, also in a list or a typed form. A count since 1970, as `epochTime` reads it, becomes an
 * ISO 8601 text.
 */
export function timeFrom(value: unknown): string | undefined {
  const inner = unwrapped(value);
  if (typeof inner === 'string' && !isCount(inner)) {
    return textOf(inner);
  }
  const time = typeof inner === 'string' || typeof inner === 'number' ? epochTime(Number(inner)) : undefined;
  return time === undefined ? undefined : new Date(time).toISOString();
}

/** Whether a text is a number with as many digits as a time since 1970: 9 to 19. */
export function isCount(text: string): boolean {
  return text.length < 24 && /^\s*\d{9,19}(\.\d*)?\s*$/.test(text);
}

const yes = new Set(['true', 'yes', 'y', 't', 'on', '1']);
const no = new Set(['false', 'no', 'n', 'f', 'off', '0']);

/**
 * The flag that a value of another type says. A value that cannot be read counts as true: the record then counts as
 * deleted, so less of it is shown.
 */
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

/** The object that a value of another type says: JSON text of an object, or a list of one object. */
export function objectFrom(value: unknown): Fields | undefined {
  const inner = parsedIn(unwrapped(value));
  const again = unwrapped(inner);
  return isFields(again) ? again : undefined;
}

/**
 * The list in a value of another type: JSON text of a list, an object with the keys 0, 1, 2…, or one item by itself.
 */
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

/** The texts of a list, or of any value that `listFrom` reads as a list. */
export function textsIn(value: unknown): readonly string[] {
  return listFrom(value)
    .map(textFrom)
    .filter((text) => text !== undefined);
}

/** The same texts without those that say nothing: truth values, and words such as `null`. */
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

/**
 * A value as it was sent, for a person to read. Of a number that is too large to be held, only that it is too large.
 */
export function sentText(value: unknown): string {
  return typeof value === 'string'
    ? value
    : value === Infinity
      ? '> 1.8e308'
      : value === -Infinity
        ? '< -1.8e308'
        : jsonText(value);
}
