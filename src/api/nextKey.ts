import type { Cursor } from './address.ts';
import { recordFields } from './fields.ts';
import { isFields, objectFrom, saysNone, textFrom, unwrapped, type Fields } from './values.ts';

/** What an element says of the page after it: nothing, how to ask for it, or something that cannot be followed. */
export type NextKey = Cursor | 'none' | 'broken';

/** The last name of each list is that of the parameter in which the value is sent back. */
const idNames = [...recordFields.id.names, 'nextKey_id'];
const dateNames = [...recordFields.created.names, 'nextKey_date'];

/** Reads a key of the next page in any form. */
export function readNextKey(value: unknown): NextKey {
  if (saysNone(value)) {
    return 'none';
  }
  const key = objectFrom(value);
  if (key === undefined) {
    return 'broken';
  }
  if (Object.values(key).every(saysNone)) {
    return 'none';
  }
  const id = first(key, idNames);
  const date = first(key, dateNames) ?? (saysDate(key) ? undefined : '');
  // Half a surrogate pair cannot be sent: another id would be asked for.
  return id !== undefined && date !== undefined && id.isWellFormed() && date.isWellFormed() ? { id, date } : 'broken';
}

/**
 * Whether a key holds more than an id, also under an unknown name. That may be the date, and without the date the walk
 * may begin anew.
 */
function saysDate(key: Fields): boolean {
  return Object.keys(key).some((name) => !idNames.includes(name) && !saysNone(key[name]) && !isBare(key[name]));
}

/** Whether a value is an object without fields. */
function isBare(value: unknown): boolean {
  return isFields(value) && Object.keys(value).length === 0;
}

function first(key: Fields, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = unwrapped(key[name]);
    // An integer that is too large for a number has lost its last digits. A truth value is no id.
    const isExact = !Number.isInteger(value) || Number.isSafeInteger(value);
    if (isExact && typeof value !== 'boolean' && !saysNone(value)) {
      const text = textFrom(key[name]);
      if (text !== undefined) {
        return text;
      }
    }
  }
  return undefined;
}
