import type { Cursor } from './address.ts';
import { recordFields } from './fields.ts';
import { isEmpty, objectFrom, textFrom, unwrapped, type Fields } from './values.ts';

/** What an element says of the page after it: nothing, how to ask for it, or something that cannot be followed. */
export type NextKey = Cursor | 'none' | 'broken';

/** The last two are the names of the parameters that the values are sent back in. */
const idNames = [...recordFields.id.names, 'nextKey_id'];
const dateNames = [...recordFields.created.names, 'nextKey_date'];

/** Values in which a service says that there is no key, where others send none. */
const noKeys = new Set<unknown>([false, 'null', 'none', 'undefined', 'false', '{}', '[]']);

/** Reads a key of the next page in any form. */
export function readNextKey(value: unknown): NextKey {
  if (isEmpty(value) || noKeys.has(typeof value === 'string' ? value.trim().toLowerCase() : value)) {
    return 'none';
  }
  const key = objectFrom(value);
  if (key === undefined) {
    return 'broken';
  }
  if (Object.values(key).every((field) => isEmpty(field))) {
    return 'none';
  }
  const id = first(key, idNames);
  const date = first(key, dateNames);
  // Half a surrogate pair cannot be sent: another id would be asked for.
  return id !== undefined && id.isWellFormed() ? { id, date: date ?? '' } : 'broken';
}

function first(key: Fields, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = unwrapped(key[name]);
    // Of a larger number the last digits are lost.
    if (typeof value !== 'number' || Number.isSafeInteger(value)) {
      const text = textFrom(value);
      if (text !== undefined) {
        return text;
      }
    }
  }
  return undefined;
}
