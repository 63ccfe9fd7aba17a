import { failed, success, type Result } from './failure.ts';
import { percentDecoded } from './percentDecoded.ts';
import { invisibleIn, trimmed } from './invisible.ts';

/**
 * A question to the service. Days are `yyyy-mm-dd`; the service's documentation page does not say in which time zone,
 * we send UTC days.
 */
export interface Query {
  readonly authId?: string;
  /** The same id under the other name that the service's documentation page gives this parameter. */
  readonly auth_id?: string;
  readonly days?: { readonly from: string; readonly to: string };
  readonly after?: Cursor;
  readonly count?: number;
}

/** Where the next page begins, as the service named it. */
export interface Cursor {
  readonly id: string;
  readonly date: string;
}

/** The most records that the service gives at once. */
export const largestPage = 2000;

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The base URL when it may carry the key: https anywhere, http on this machine only, without user name or query. Spaces
 * and invisible characters at its ends do not count, and neither does a `?` or `#` with nothing behind it.
 */
export function parseBaseUrl(text: string): Result<URL> {
  const clean = trimmed(text);
  const invisible = invisibleIn(decoded(clean));
  if (invisible !== undefined) {
    return failed({ kind: 'badAddress', address: withoutSecrets(clean), invisible });
  }
  const url = URL.parse(clean);
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.has(url.hostname));
  if (url === null || !secure || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return failed({ kind: 'badAddress', address: withoutSecrets(clean) });
  }
  url.search = '';
  url.hash = '';
  return success(url);
}

/** The base URL as it is kept and shown: without `/faceauth` and slashes at its end. */
export function baseText(base: URL): string {
  return base.origin + pathOf(base);
}

function pathOf(base: URL): string {
  return base.pathname.replace(/(?:\/(?:faceauth)?)+$/i, '');
}

/**
 * The address of `GET /faceauth` for this question. The base may end in `/faceauth` itself, as on the service's
 * documentation page.
 */
export function addressOf(base: URL, { authId, auth_id, days, after, count }: Query): URL {
  const url = new URL(base.origin);
  url.pathname = `${pathOf(base)}/faceauth`;
  const parameters = {
    authId,
    auth_id,
    startDate: days?.from,
    endDate: days?.to,
    nextKey_id: after?.id,
    nextKey_date: after?.date,
    count: count?.toString(),
  };
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) {
      url.searchParams.set(name, value);
    }
  }
  return url;
}

/** The text without percent-encoding, as far as that can be undone: a browser encodes an address that is copied. */
function decoded(text: string): string {
  return text.replaceAll(/(?:%[\da-f]{2})+/gi, percentDecoded);
}

/** A password or key typed into the address must not come back in a message, however the address is written. */
function withoutSecrets(text: string): string {
  return text.replace(/^(https?:\/*)?.*@/is, '$1…@').replace(/[?#].*$/s, (rest) => `${rest.charAt(0)}…`);
}
