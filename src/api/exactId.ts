import { fieldAt, textIn } from '../json/span.ts';
import { recordFields } from './fields.ts';
import { isEmpty, type Fields } from './values.ts';

/**
 * A record whose id is a number with more digits than a number can hold, with these digits as a text in a list: two such
 * ids may be the same number. Any other record as it is. `jsonAt` gives the record at its place as received.
 */
export function withExactId(
  record: Fields,
  jsonAt: (element: number, position: number | undefined) => Uint8Array,
  element: number,
  position: number | undefined,
): Fields {
  const { names } = recordFields.id;
  if (typeof record[names[0]] === 'string') {
    return record;
  }
  const name = names.find((one) => !isEmpty(record[one]));
  const id = name === undefined ? undefined : record[name];
  if (name === undefined || !Number.isInteger(id) || Number.isSafeInteger(id)) {
    return record;
  }
  const text = jsonAt(element, position);
  const span = fieldAt(text, 0, name);
  return span === undefined ? record : { ...record, [name]: [textIn(text, span)] };
}
