import type { Field } from '../../api/fields.ts';
import { givenName } from '../../api/givenName.ts';
import { isFields, objectFrom, unwrapped, type Fields } from '../../api/values.ts';
import { fromUtf8 } from '../../json/bytes.ts';
import { withLongDigits } from '../../json/longDigits.ts';

/** Gives the number of a field as sent if a JavaScript number cannot hold all its digits; otherwise undefined. */
type LongNumber = (part: 'policy' | 'result', field: Field) => string | undefined;

/** Reads the long numbers of a record from its JSON text, in whatever form the reader of records finds a number. */
export function longNumbersIn(json: Uint8Array): LongNumber {
  const record: unknown = JSON.parse(withLongDigits(fromUtf8(json), isLong));
  const parts = { policy: partOf(record, 'policy'), result: partOf(record, 'result') };
  return (part, field) => {
    const name = givenName(parts[part], field);
    const sent = name === undefined ? undefined : unwrapped(parts[part][name]);
    const text = typeof sent === 'string' ? sent.trim() : '';
    return isLong(text) ? text : undefined;
  };
}

function partOf(record: unknown, part: 'policy' | 'result'): Fields {
  const sent = isFields(record) ? unwrapped(record[part]) : undefined;
  return objectFrom(typeof sent === 'string' ? withLongDigits(sent, isLong) : sent) ?? {};
}

/** Whether a text is a number that changes when JavaScript reads it. */
function isLong(text: string): boolean {
  const sent = canonical(text);
  return sent !== undefined && Number.isFinite(Number(text)) && sent !== canonical(String(Number(text)));
}

/** One text for all ways to write the same decimal number: its digits without zeros at the ends, and its exponent. */
function canonical(text: string): string | undefined {
  const number = /^([+-]?)(?=\.?\d)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(text);
  if (number === null) {
    return undefined;
  }
  const [, sign, whole = '', fraction = '', exponent = '0'] = number;
  // The look-behind keeps a long row of zeros from being searched again from each zero.
  const digits = `${whole}${fraction}`.replace(/(?<!0)0+$/, '');
  const significant = digits.replace(/^0+/, '');
  const power = Number(exponent) + whole.length - digits.length;
  return significant === '' ? '0' : `${sign === '-' ? sign : ''}${significant}e${power}`;
}
