import { fieldAt, textIn } from '../json/span.ts';
import { recordFields } from './fields.ts';
import { idFrom, longestNothing, unwrapped, type Fields } from './values.ts';

const idFields = [recordFields.id, recordFields.kycId];

const strings = /"(?:[^"\\]|\\.)*"/g;

/**
 * The record with exact ids. An integer id with more digits than a number can hold becomes a list with one text, its
 * digits as received: as numbers, two such ids may be equal. Any other record is returned as it is. `jsonAt` gives the
 * bytes of the record as received.
 */
export function withExactIds(
  record: Fields,
  jsonAt: (element: number, position: number | undefined) => Uint8Array,
  element: number,
  position: number | undefined,
): Fields {
  let exact = record;
  for (const { names } of idFields) {
    const usual = record[names[0]];
    if (typeof usual === 'string' && usual.length > longestNothing) {
      continue;
    }
    // The spelling from which the id is read.
    const name = names.find((one) => idFrom(record[one]) !== undefined);
    const digits = name === undefined ? undefined : longDigits(record, name, () => jsonAt(element, position));
    exact = name === undefined || digits === undefined ? exact : { ...exact, [name]: [digits] };
  }
  return exact;
}

/** The digits of a field that is an integer with more of them than a number can hold; undefined for any other. */
export function longDigits(fields: Fields, name: string, json: () => Uint8Array): string | undefined {
  const value = unwrapped(fields[name]);
  if (!Number.isInteger(value) || Number.isSafeInteger(value)) {
    return undefined;
  }
  const text = json();
  const span = fieldAt(text, 0, name);
  // The number may stand in a typed form, `{"N": 1}`. Its name is removed, because an escaped name may hold digits.
  return span && /-?\d[\d.e+]*/i.exec(textIn(text, span).replaceAll(strings, ''))?.[0];
}
