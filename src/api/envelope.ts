import * as z from 'zod/mini';
import { longDigits } from './exactId.ts';
import { idOf } from './record.ts';
import { idFrom, isFields, isList, saysNone, type Fields } from './values.ts';

/** What an encrypted payload looks like: recognised, never decrypted. */
export const encrypted = z.strictObject({ data: z.string() });

/** The name of the service's own id of a project. */
export const projectName = 'faceAuth_projectId';

/** Names of fields that an envelope may have and no record has. */
export const envelopeNames = ['nextPage_key', projectName];

/**
 * Whether an element is an envelope (one project's part of a page) and not a record. A record may have a field named
 * `data` too. So an element with an id is an envelope only if it has an envelope's name and a list in `data`.
 */
export function isEnvelope(element: unknown): element is Fields {
  if (!isFields(element)) {
    return false;
  }
  return idOf(element) === undefined
    ? isNamed(element) || 'data' in element
    : isNamed(element) && isList(element['data']);
}

function isNamed(element: Fields): boolean {
  return envelopeNames.some((name) => name in element);
}

/** The service's own id of the project of an element; undefined where it has none. `json` gives the element's bytes. */
export function projectOf(element: Fields, json: () => Uint8Array): string | undefined {
  return longDigits(element, projectName, json) ?? idFrom(element[projectName]);
}

/**
 * The values in the places of an envelope's records. One record without a list around it counts as a list of one. Empty
 * where the envelope has no records. Undefined for an element that is no envelope, and where `data` is anything else.
 */
export function dataIn(element: unknown): readonly unknown[] | undefined {
  if (!isEnvelope(element)) {
    return undefined;
  }
  const { data } = element;
  if (isList(data) && (data.length > 0 || isNamed(element))) {
    return data;
  }
  if (!isNothing(data)) {
    return isFields(data) && idOf(data) !== undefined ? [data] : undefined;
  }
  // A list under another name may hold the records. An empty list as the result would hide them.
  return Object.values(element).some((value) => isList(value) && value.some(isFields)) ? undefined : [];
}

function isNothing(data: unknown): boolean {
  return saysNone(data) || (isFields(data) && Object.keys(data).length === 0);
}

/**
 * Whether an element surely comes from the service: it is an envelope with records or with none, or it has an
 * envelope's name and `data` that cannot be read. Only that data is lost then.
 */
export function isOfService(element: unknown): boolean {
  return dataIn(element) !== undefined || (isEnvelope(element) && isNamed(element) && !isNothing(element['data']));
}

/** Whether an object that stands alone is a record or an envelope. */
export function holdsRecords(body: Fields): boolean {
  return idOf(body) !== undefined || isOfService(body);
}

/** The parameters in which the next-page key is sent back. An envelope may have the key under these names. */
const parameterNames = ['nextKey_id', 'nextKey_date'];

/**
 * Names of fields that lead to a next page. The second form, `LastEvaluatedKey`, is that of the service's own store.
 */
const leadsOn =
  /^(?:next(?:[_-]?(?:page|key|token|cursor|link|url|offset|marker|id|date))*|last[_-]?evaluated[_-]?key)$/i;

/**
 * The next-page keys of an element, by their names. The documented name counts in any spelling. In an envelope every
 * other name that leads to a next page counts too, because no field there belongs to a record. A key may be empty.
 */
export function keysIn(element: Fields): Fields {
  const names = Object.keys(element).filter((name) => leadsOn.test(name));
  const usual = names.filter((name) => name.toLowerCase().replaceAll(/[_-]/g, '') === 'nextpagekey');
  if (!isEnvelope(element)) {
    return picked(element, usual);
  }
  const others = names.filter((name) => !parameterNames.includes(name));
  return { ...picked(element, [...usual, ...others]), nextKey_id: picked(element, parameterNames) };
}

function picked(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}
