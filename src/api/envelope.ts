import * as z from 'zod/mini';
import { longDigits } from './exactId.ts';
import { idOf } from './record.ts';
import { idFrom, isFields, isList, saysNone, type Fields } from './values.ts';

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
  return idOf(element) === undefined
    ? isNamed(element) || 'data' in element
    : isNamed(element) && isList(element['data']);
}

function isNamed(element: Fields): boolean {
  return envelopeNames.some((name) => name in element);
}

/** The service's own id of the project that an element is of; undefined where it has none. `json` is it as received. */
export function projectOf(element: Fields, json: () => Uint8Array): string | undefined {
  return longDigits(element, projectName, json) ?? idFrom(element[projectName]);
}

/**
 * The values in the places of an envelope's records, be it one record without a list around it; empty where it has none.
 * Undefined for what is no envelope, and for one with something else in the place of the list.
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
  // A list under another name may hold the records: without them this would read as no submissions.
  return Object.values(element).some((value) => isList(value) && value.some(isFields)) ? undefined : [];
}

function isNothing(data: unknown): boolean {
  return saysNone(data) || (isFields(data) && Object.keys(data).length === 0);
}

/**
 * Whether an element is surely of the service: it has records or none, or the names of an envelope and data that cannot
 * be read, which costs what stands in it alone.
 */
export function isOfService(element: unknown): boolean {
  return dataIn(element) !== undefined || (isEnvelope(element) && isNamed(element) && !isNothing(element['data']));
}

/** Whether an object that stands alone is a record or an envelope. */
export function holdsRecords(body: Fields): boolean {
  return idOf(body) !== undefined || isOfService(body);
}

/** The parameters that the key of the next page is sent back in: an envelope may have it under their names. */
const parameterNames = ['nextKey_id', 'nextKey_date'];

/** The name of a field that leads on; the second is of the store of the service. */
const leadsOn =
  /^(?:next(?:[_-]?(?:page|key|token|cursor|link|url|offset|marker|id|date))*|last[_-]?evaluated[_-]?key)$/i;

/**
 * What an element has as keys of the next page, by their names: as documented in whatever spelling, and in an envelope,
 * where no record has its own fields, whatever else leads on. One of them may say nothing.
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
