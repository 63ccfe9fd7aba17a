import { isEnvelope } from './envelope.ts';
import { errorWords, namesError, type ErrorWords } from './errorWords.ts';
import type { Failure } from './failure.ts';
import { recordFields, type Field } from './fields.ts';
import { timeOf } from './timeReading.ts';
import { isEmpty, isFields, type Fields } from './values.ts';

/** Takes the key out of remote text: a service that echoes it must not bring it onto the screen. */
export type Hide = (text: string) => string;

/** An answer outside 2xx. `body` is its text, `hide` takes the key out of what is kept of it, `now` in ms since 1970. */
export interface Refusal {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly contentType: string;
  readonly body: string;
  readonly hide: Hide;
  readonly host: string;
  readonly now: number;
}

/** What an answer outside 2xx means. */
export function classifyStatus({ status, retryAfter, contentType, body, hide, host, now }: Refusal): Failure {
  // In a browser a redirect that is not followed has the status 0.
  if (status < 400) {
    return { kind: 'unexpected', cause: 'redirect', where: { status }, bytes: body.length, contentType };
  }
  if (status === 407) {
    return { kind: 'unreachable', cause: 'proxy', code: 'HTTP 407', host };
  }
  const parsed = parseOrUndefined(body);
  const error = { status, ...errorWords(parsed, hide) };
  if (asksToComeAgain(status)) {
    const retryAt = retryTime(retryAfter, now);
    const kind = status === 429 ? 'rateLimited' : 'serviceDown';
    return { kind, ...error, ...(retryAt !== undefined && { retryAt }) };
  }
  // The service's page lists its message as an error code.
  const words = `${error.errorCode ?? ''} ${error.message ?? ''}`.toLowerCase();
  if (status === 403 && words.includes('explicit deny')) {
    return { kind: 'addressNotAllowed', ...error };
  }
  // Proxies and gateways answer 403 too: only the service's own word is about the key.
  const wrongKey =
    status === 401 || (status === 403 && isForbidden(parsed)) || words.includes('faceauth_project not found');
  return wrongKey ? { kind: 'keyNotAccepted', host, ...error } : { kind: 'refused', ...error };
}

/** Whether the message is this word. What other servers say in a field `error` is not of the service. */
function isForbidden(body: unknown): boolean {
  const message = isFields(body) ? (body['message'] ?? body['Message']) : undefined;
  return typeof message === 'string' && message.trim().toLowerCase() === 'forbidden';
}

/** 408 Request Timeout and 425 Too Early are as passing as what is wrong with the service itself. */
function asksToComeAgain(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

/** A longer list holds no error in the place of records; to look at each element would hold the event loop. */
const mostElements = 100;

/**
 * The failure that a body with status 200 stands for: an object with the words of an error, or a list that holds one and
 * no record. Undefined for any other body. `hide` takes the key out of the words.
 */
export function errorIn(body: unknown, hide: Hide): Failure | undefined {
  const elements: readonly unknown[] = Array.isArray(body) ? body : [body];
  if (elements.length > mostElements || elements.some(holdsRecord)) {
    return undefined;
  }
  for (const element of elements) {
    const words = errorWords(element, hide);
    if (isFields(element) && isError(element, words)) {
      const timedOut = timeOut.test(`${words.errorCode ?? ''} ${words.message ?? ''}`);
      return { kind: 'errorAnswer', status: 200, timedOut, ...words };
    }
  }
  return undefined;
}

const timeOut = /^(408|504) |tim(e|ed|ing)[\s_-]?out|deadline[\s_-]?exceeded/i;

/** An empty list beside a message is an empty page, whatever the message says; a trace ID can stand in any page. */
function isError(element: Fields, { message, traceId }: ErrorWords): boolean {
  return (
    namesError(element) ||
    (message !== undefined && !Array.isArray(element['data'])) ||
    (traceId !== undefined && !isEnvelope(element))
  );
}

const { id, kycId, status, created, deleted, deletedAt, policy, ...others } = recordFields;

/** Names that no error has. */
const recordNames = namesOf([status, created, deleted, deletedAt, policy]);

/** Names that an error has too, which tells what it is about. */
const idNames = namesOf([id, kycId]);

/** Names that an error has too, but none that tells what it is about. */
const otherNames = namesOf(Object.values(others));

function namesOf(fields: readonly Field[]): ReadonlySet<string> {
  return new Set(fields.flatMap(({ names }): readonly string[] => names));
}

/** Whether an element is a record, readable or not, or has some. */
function holdsRecord(element: unknown): boolean {
  if (!isFields(element)) {
    return false;
  }
  const { data } = element;
  const names = Object.keys(element);
  return (
    (Array.isArray(data) && data.length > 0) ||
    names.some((name) => recordNames.has(name)) ||
    (names.some((name) => idNames.has(name)) &&
      (names.some((name) => otherNames.has(name) && !isEmpty(element[name])) || !isToldAbout(element)))
  );
}

/** Whether an element says what went wrong with the id in it. A record may have a message or a trace ID, but hardly both and nothing else. */
function isToldAbout(element: object): boolean {
  const { message, traceId } = errorWords(element, String);
  return namesError(element) || (message !== undefined && traceId !== undefined);
}

function parseOrUndefined(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // A gateway answers in HTML; the status alone says enough.
    return undefined;
  }
}

/** `Retry-After` is seconds or an HTTP date, which begins with a day of the week; some send ISO. Anything else is as good as absent. */
function retryTime(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  const isSeconds = /^[+-]?\d+(\.\d*)?$/.test(text);
  if (!isSeconds && !/^([a-z]{3,9},? .*\d|\d{4}-\d\d-\d\dT)/i.test(text)) {
    return undefined;
  }
  // Without a zone it is UTC; only Date.parse would take it for the time of this machine.
  const date = /(?:GMT|UTC|Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text} GMT`;
  const time = isSeconds ? now + Math.max(0, Number(text)) * 1000 : (timeOf(text) ?? Date.parse(date));
  return Number.isNaN(time) || Math.abs(time) > 8.64e15 ? undefined : time;
}
