import { fieldAt, itemsAt, rootOf, type Span } from './span.ts';

const openArray = 0x5b;
const openObject = 0x7b;

/** Parses the record at a place of an element's data; throws a SyntaxError when it is not JSON. */
export type RecordAt = (element: number, position: number) => unknown;

/** An answer whose records are not parsed yet. */
export interface TakenApart {
  /** The body as parsed, with 0 in the place of every record that stands in the data of an element. */
  readonly body: unknown;
  readonly recordAt: RecordAt;
}

/**
 * Takes an answer apart so that one record is parsed at a time: all of them at once fill the memory with what lives as
 * long as the page. It is JSON when this throws no SyntaxError, nor `recordAt` for any record.
 */
export function takenApart(bytes: Uint8Array): TakenApart {
  const root = rootOf(bytes);
  const data = bytes[root] === openArray ? itemsAt(bytes, root).map((element) => dataIn(bytes, element)) : [];
  const around: string[] = [];
  let at = 0;
  for (const { start, end } of data.flat()) {
    around.push(decoded(bytes, { start: at, end: start }), '0');
    at = end;
  }
  around.push(decoded(bytes, { start: at, end: bytes.length }));
  return {
    body: JSON.parse(around.join('').replace(/^\uFEFF/, '')),
    recordAt: (element, position) => {
      const span = data[element]?.[position];
      const value: unknown = span && JSON.parse(decoded(bytes, span));
      return value;
    },
  };
}

function dataIn(bytes: Uint8Array, element: Span): readonly Span[] {
  const data = bytes[element.start] === openObject ? fieldAt(bytes, element.start, 'data') : undefined;
  return data !== undefined && bytes[data.start] === openArray ? itemsAt(bytes, data.start) : [];
}

/** Every byte counts: a mark of UTF-8 is one only at the beginning of all. */
function decoded(bytes: Uint8Array, { start, end }: Span): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start, end));
}
