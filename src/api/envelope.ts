import * as z from 'zod/mini';
import { longDigits } from './exactId.ts';
import { idOf } from './record.ts';
import { isEmpty, isFields, isList, textFrom, type Fields } from './values.ts';

/** What an encrypted payload looks like: recognised, never decrypted. */
export const encrypted = z.strictObject({ data: z.string() });

/** The name of the service's own id of a project. */
export const projectName = 'faceAuth_projectId';

/** The names of an envelope that no record has. */
export const envelopeNames = ['nextPage_key', projectName];

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

/** The service's own id of the project that an element is of; undefined where it has none. `json` is it as received. */
export function projectOf(element: Fields, json: () => Uint8Array): string | undefined {
  return longDigits(element, projectName, json) ?? textFrom(element[projectName]);
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
  const isNothing = isEmpty(data) || (isFields(data) && Object.keys(data).length === 0);
  // A list under another name may hold the records: without them this would read as no submissions.
  return isNothing && !Object.values(element).some((value) => isList(value) && value.some(isFields)) ? [] : undefined;
}

/** Whether an object that stands alone is a record, or an envelope that says so or has something in its list. */
export function holdsRecords(body: Fields): boolean {
  const data = dataIn(body);
  return (
    idOf(body) !== undefined || (data !== undefined && (data.length > 0 || envelopeNames.some((name) => name in body)))
  );
}

/** What an element has as the key of the next page, in whatever case and with or without `_` the name is written. */
export function keyIn(element: Fields): unknown {
  const keys = Object.keys(element)
    .filter((name) => name.toLowerCase().replaceAll('_', '') === 'nextpagekey')
    .map((name) => element[name]);
  return keys.find((key) => !isEmpty(key)) ?? keys[0];
}
