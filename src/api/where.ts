import { locateField, locateItem } from '../json/locate.ts';
import { fieldAt, itemsAt, openArray, rootOf, type Span } from '../json/span.ts';

/** Where a record stands in its answer: in the data of an element, or, when the list is flat, as the element itself. */
export interface Where {
  readonly element: number;
  /** The place in the element's data, 0 for a record without a list around it; undefined for a record that is the element. */
  readonly position: number | undefined;
}

/** Finds records in an answer that `readPage` has read; each element is looked through once. */
export function createLocator(bytes: Uint8Array): (where: Where) => Span {
  const elements = itemsAt(bytes, rootOf(bytes));
  const data = new Map<number, readonly Span[]>();
  return ({ element, position }) => {
    const whole = elements[element];
    if (position === undefined || whole === undefined) {
      return known(whole);
    }
    let items = data.get(element);
    if (items === undefined) {
      const list = known(fieldAt(bytes, whole.start, 'data'));
      items = bytes[list.start] === openArray ? itemsAt(bytes, list.start) : [list];
      data.set(element, items);
    }
    return known(items[position]);
  };
}

/** Finds one record in an answer that `readPage` has read, and lets other tasks run while it searches. */
export async function locateRecord(bytes: Uint8Array, { element, position }: Where): Promise<Span> {
  const whole = known(await locateItem(bytes, rootOf(bytes), element));
  if (position === undefined) {
    return whole;
  }
  const data = known(await locateField(bytes, whole.start, 'data'));
  return bytes[data.start] === openArray ? known(await locateItem(bytes, data.start, position)) : data;
}

/** `[0].data[3]`, as a reader of JSON would say it. */
export function whereText({ element, position }: Where): string {
  return pathText(position === undefined ? [element] : [element, 'data', position]);
}

/** `[0].data[3].auth_id`, as a reader of JSON would say it; empty for the root. */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

function known(span: Span | undefined): Span {
  if (span === undefined) {
    throw new Error('There is no such record in the answer.');
  }
  return span;
}
