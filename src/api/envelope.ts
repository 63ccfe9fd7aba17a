import * as z from 'zod/mini';
import { idOf } from './record.ts';
import { isEmpty, isFields, isList, type Fields } from './values.ts';

/** What an encrypted payload looks like: recognised, never decrypted. */
export const encrypted = z.strictObject({ data: z.string() });

/** The names of an envelope that no record has. */
export const envelopeNames = ['nextPage_key', 'faceAuth_projectId'];

/**
 * Whether an element is one project's part of a page and not a record. A record may have a field named `data` too: what
 * has an id and nothing else of an envelope is a record, and so is what has an id and no list of records.
 */
export function isEnvelope(element: unknown): element is Fields {
  if (!isFields(element)) {
    return false;
  }
  const isNamed = envelopeNames.some((name) => name in element);
  return idOf(element) === undefined ? isNamed || 'data' in element : isNamed && isList(element['data']);
}

/** The service's own id of the project that an element is of; undefined where it has none. */
export function projectOf(element: Fields): string | undefined {
  const id = element['faceAuth_projectId'];
  return typeof id === 'string' ? id : undefined;
}

/**
 * The values in the places of an envelope's records; empty where it has none. Undefined for what is no envelope, and
 * for one with something else in the place of the list.
 */
export function dataIn(element: unknown): readonly unknown[] | undefined {
  if (!isEnvelope(element)) {
    return undefined;
  }
  const data = element['data'];
  if (isList(data)) {
    return data;
  }
  return isEmpty(data) || (isFields(data) && Object.keys(data).length === 0) ? [] : undefined;
}
