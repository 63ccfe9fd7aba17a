import { fieldAt, textIn } from '../json/span.ts';
import { recordFields } from './fields.ts';
import { idFrom, longestNothing, unwrapped, type Fields } from './values.ts';

const idFields = [recordFields.id, recordFields.kycId];

const strings = /"(?:[^"\\]|\\.)*"/g;

/**
 * A record in which an id that is a number with more digits than a number can hold has these digits as a text in a list:
 * two such ids may be the same number. Any other record as it is. `jsonAt` gives the record at its place as received.
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
    // The one that the record is read by.
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
  // Around it there may be the name of a typed form, `{"N": 1}`, which may hold digits where it is escaped.
  return span && /-?\d[\d.e+]*/i.exec(textIn(text, span).replaceAll(strings, ''))?.[0];
}
