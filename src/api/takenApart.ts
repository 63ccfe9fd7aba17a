import { withoutMark } from '../json/bytes.ts';
import { fieldsAt, itemsAt, rootOf, textIn, type Span } from '../json/span.ts';
import { envelopeNames } from './envelope.ts';
import { recordFields } from './fields.ts';

const openArray = 0x5b;
const openObject = 0x7b;

/** Parses the record at a place of an element's data; throws a SyntaxError when it is not JSON. */
export type RecordAt = (position: number) => unknown;

/** An answer whose records are not parsed yet. */
export interface TakenApart {
  /** The body as parsed, with 0 in the place of every record that stands in the data of an element. */
  readonly body: unknown;
  /** Gives the function that parses the records of an element; undefined where the records stand in `body` itself. */
  readonly recordsOf: (element: number) => RecordAt | undefined;
}

/**
 * Takes an answer apart so that one record can be parsed at a time: all parsed records together would fill the memory
 * for as long as the page lives. The answer is JSON if neither this function nor the parsing of any record throws a
 * SyntaxError.
 */
export function takenApart(bytes: Uint8Array): TakenApart {
  const root = rootOf(bytes);
  const data = bytes[root] === openArray ? itemsAt(bytes, root).map((element) => dataIn(bytes, element)) : [];
  const around: string[] = [];
  let at = 0;
  for (const { start, end } of data.flat()) {
    around.push(textIn(bytes, { start: at, end: start }), '0');
    at = end;
  }
  around.push(textIn(bytes, { start: at, end: bytes.length }));
  return {
    body: JSON.parse(withoutMark(around.join(''))),
    recordsOf: (element) => {
      const spans = data[element] ?? [];
      const recordAt: RecordAt = (position) => {
        const span = spans[position];
        const value: unknown = span && JSON.parse(textIn(bytes, span));
        return value;
      };
      return spans.length === 0 ? undefined : recordAt;
    },
  };
}

/** The records of an envelope. A record may have a field named `data` too, which is a part of it like any other. */
function dataIn(bytes: Uint8Array, { start }: Span): readonly Span[] {
  const fields = bytes[start] === openObject ? fieldsAt(bytes, start) : new Map<string, Span>();
  const data = fields.get('data');
  const isEnvelope =
    envelopeNames.some((name) => fields.has(name)) || !recordFields.id.names.some((name) => fields.has(name));
  return data !== undefined && isEnvelope && bytes[data.start] === openArray ? itemsAt(bytes, data.start) : [];
}
