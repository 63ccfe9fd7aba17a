import { dataIn, isEnvelope } from './envelope.ts';
import { errorWords, namesError, namesSuccess, statusIn, type ErrorWords } from './errorWords.ts';
import type { Failure } from './failure.ts';
import { recordFields, type Field } from './fields.ts';
import { dayLength, epochTime, timeOf } from './timeReading.ts';
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
  if (status === 403 && saidIn(error).includes('explicit deny')) {
    return { kind: 'addressNotAllowed', ...error };
  }
  // Proxies and gateways answer 403 too, so only the service's own word `Forbidden` says that the key is wrong.
  const wrongKey = status === 401 || (status === 403 && isForbidden(parsed)) || body.toLowerCase().includes(noProject);
  return wrongKey ? { kind: 'keyNotAccepted', host, ...error } : { kind: 'refused', ...error };
}

/**
 * The service's words for a key that belongs to no project, in small letters. Its documentation page lists them as an
 * error code.
 */
const noProject = 'faceauth_project not found';

function saidIn({ errorCode, message }: ErrorWords): string {
  return `${errorCode ?? ''} ${message ?? ''}`.toLowerCase();
}

/**
 * Whether the code or the message is the word `Forbidden`. A field `error` does not count: only other servers send it.
 */
function isForbidden(body: unknown): boolean {
  const own = Object.entries(isFields(body) ? body : {}).filter(([name]) => ownNames.test(name));
  return own.some(([, value]) => typeof value === 'string' && /^\s*forbidden\.?\s*$/i.test(value));
}

const ownNames = /^(error_?code|(error_?)?message)$/i;

/** Whether the failure may pass by itself: 408 Request Timeout and 425 Too Early may, like 429 and all from 500 on. */
function asksToComeAgain(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

/**
 * A longer list counts as one without an error in the place of records, because checking each element would block the
 * event loop.
 */
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
      return toldFailure(element, words);
    }
  }
  return undefined;
}

/**
 * The failure that an error in an answer with status 200 stands for. As with an error status, a failure that may pass
 * by itself is tried again.
 */
function toldFailure(element: Fields, words: ErrorWords): Failure {
  const text = saidIn(words);
  const status = statusIn(element) ?? 200;
  if (status === 401 || (status === 403 && isForbidden(element)) || text.includes(noProject)) {
    return { kind: 'keyNotAccepted', status, ...words };
  }
  if (status === 408 || status === 504 || timeOut.test(text)) {
    return { kind: 'errorAnswer', status: 200, timedOut: true, ...words };
  }
  if (status === 429 || tooMany.test(text)) {
    return { kind: 'rateLimited', status, ...words };
  }
  return asksToComeAgain(status) || unavailable.test(text)
    ? { kind: 'serviceDown', status, ...words }
    : { kind: 'errorAnswer', status: 200, timedOut: false, ...words };
}

const timeOut = /tim(e|ed|ing)[\s_-]?out|deadline[\s_-]?exceeded/;
const tooMany = /too[\s_-]?many[\s_-]?requests|throttl/;
const unavailable = /(service|temporarily)[\s_-]?unavailable/;

/** Whether an element is an error. A trace ID alone is no sign of one in an envelope, because any page may have one. */
function isError(element: Fields, { message, traceId }: ErrorWords): boolean {
  return (
    namesError(element) ||
    (message !== undefined && !isPageWithMessage(element)) ||
    (traceId !== undefined && !isEnvelope(element))
  );
}

/**
 * Whether an element with a message is a page all the same: it has a list, whatever the message says, or it is an
 * envelope whose code stands for a success, and so an empty page.
 */
function isPageWithMessage(element: Fields): boolean {
  const records = dataIn(element)?.length ?? 0;
  return Array.isArray(element['data']) || records > 0 || (isEnvelope(element) && namesSuccess(element));
}

const { id, kycId, status, created, deleted, deletedAt, policy, ...others } = recordFields;

/** Names that no error has. */
const recordNames = namesOf([status, created, deleted, deletedAt, policy]);

/** Names of ids. An error may have one too, to tell which record it is about. */
const idNames = namesOf([id, kycId]);

/** Names that an error may have too, but not beside one of `idNames`. */
const otherNames = namesOf(Object.values(others));

function namesOf(fields: readonly Field[]): ReadonlySet<string> {
  return new Set(fields.flatMap(({ names }): readonly string[] => names));
}

/** Whether an element is a record, readable or not, or holds records. */
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

/**
 * `Retry-After` is seconds or an HTTP date, which begins with a day of the week; some send ISO, or a time since 1970.
 * Where it was sent twice, the first counts. Anything else is as good as absent.
 */
function retryTime(header: string | null, now: number): number | undefined {
  const text = /^(?:[a-z]{3,9},)?[^,]*/i.exec(header?.trim() ?? '')?.[0].trim() ?? '';
  const isSeconds = /^[+-]?\d+(\.\d*)?$/.test(text);
  if (!isSeconds && !/^([a-z]{3,9},? .*\d|\d{4}-\d\d-\d\d[T ])/i.test(text)) {
    return undefined;
  }
  const time = isSeconds ? timeAfter(Number(text), now) : dateIn(text);
  return Number.isNaN(time) || Math.abs(time) > 8.64e15 ? undefined : time;
}

/**
 * The time after a pause. A number as large as a time since 1970 is that time, because no service asks for a pause of
 * years; NaN for a time of more than a year ago, which nobody can mean either.
 */
function timeAfter(seconds: number, now: number): number {
  const time = epochTime(seconds);
  if (time === undefined) {
    return now + Math.max(0, seconds) * 1000;
  }
  return time > now - 365 * dayLength ? time : Number.NaN;
}

/** A date without a zone is UTC. `Date.parse` would read it in the zone of this machine, so `GMT` is added for it. */
function dateIn(text: string): number {
  const date = /(?:GMT|UTC|Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text} GMT`;
  return timeOf(text) ?? Date.parse(date);
}
