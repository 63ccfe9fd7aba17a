import { fieldAt, textIn } from '../json/span.ts';
import { recordFields } from './fields.ts';
import { isEmpty, unwrapped, type Fields } from './values.ts';

const idFields = [recordFields.id.names, recordFields.kycId.names];

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
  for (const names of idFields) {
    if (typeof record[names[0]] === 'string') {
      continue;
    }
    const name = names.find((one) => !isEmpty(record[one]));
    const id = name === undefined ? undefined : unwrapped(record[name]);
    if (name !== undefined && Number.isInteger(id) && !Number.isSafeInteger(id)) {
      const text = jsonAt(element, position);
      const span = fieldAt(text, 0, name);
      const digits = span === undefined ? undefined : /-?\d[\d.e+]*/i.exec(textIn(text, span))?.[0];
      exact = digits === undefined ? exact : { ...exact, [name]: [digits] };
    }
  }
  return exact;
}
