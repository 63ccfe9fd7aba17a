import { utf8 } from '../json/bytes.ts';
import { addressOf, type Query } from './address.ts';
import { isDamaged } from './body.ts';
import { classifyStatus, type Hide } from './classify.ts';
import { endsEarly, failed, reasonOf, type Failure, type Result } from './failure.ts';
import { readPage, type Page } from './page.ts';
import { receive, type Received, type Send } from './receive.ts';
import { retrying, type Patience } from './retry.ts';

/** One request as the log may show it: no id, no key, no body. Times in ms. */
export interface Exchange {
  readonly path: string;
  readonly attempt: number;
  readonly milliseconds: number;
  /** The HTTP status, or the kind of failure where no answer came. */
  readonly outcome: number | string;
  /** Why an answer could not be used, where its status does not tell. */
  readonly problem?: string;
  /** How many records came, the broken ones too. */
  readonly records?: number;
  readonly traceId?: string;
}

/** What a client needs to know. The key is sent in the request header and goes nowhere else. */
export interface ClientOptions {
  readonly base: URL;
  readonly key: string;
  readonly send: Send;
  readonly timeoutSeconds: number;
  readonly patience: Patience;
  /** Whether pages are to hold no records, but to parse each when it is asked for. */
  readonly lazily?: boolean | undefined;
  readonly onExchange: (exchange: Exchange) => void;
}

/** Asks the service one question. Resolves to the page or an expected failure; rejects for a bug of the extension alone. */
export type Ask = (query: Query, signal: AbortSignal) => Promise<Result<Page>>;

/** A client that can only GET: the same key could also create and delete, so no other verb exists here. */
export function createClient(options: ClientOptions): Ask {
  return async (query, signal) => {
    const address = addressOf(options.base, query);
    return await retrying(async (attempt) => await attemptOnce(options, address, attempt, signal), {
      ...options.patience,
      signal,
    });
  };
}

async function attemptOnce(
  options: ClientOptions,
  address: URL,
  attempt: number,
  signal: AbortSignal,
): Promise<Result<Page>> {
  const started = performance.now();
  const hide: Hide = (text) => text.replaceAll(options.key, '…');
  const received = await receive({ ...options, address, signal, hide });
  const milliseconds = Math.round(performance.now() - started);
  const page = received.ok ? await read(received.value, address.host, hide, options.lazily) : received;
  const status = received.ok ? received.value.response.status : undefined;
  options.onExchange({ path: loggedPath(address), attempt, milliseconds, ...outcomeOf(page, status, address) });
  return page;
}

/** Reads what came as a page, or as the failure that it is. */
async function read(
  { response, contentType, encoding, body }: Received,
  host: string,
  hide: Hide,
  lazily: boolean | undefined,
): Promise<Result<Page>> {
  if (!response.ok) {
    return failed(
      classifyStatus({
        status: response.status,
        retryAfter: response.headers.get('retry-after'),
        contentType,
        body: body.ok ? new TextDecoder().decode(body.value.subarray(0, 65_536)) : '',
        hide,
        host,
        now: Date.now(),
      }),
    );
  }
  if (!body.ok) {
    return body;
  }
  // The status 204 (no content) means that there are no submissions.
  const bytes = response.status === 204 ? utf8('[]') : body.value;
  const page = await readPage({ bytes, contentType }, lazily, hide);
  if (page.ok || page.failure.kind !== 'unexpected' || page.failure.cause !== 'notJson') {
    return page;
  }
  return isDamaged(body.value, encoding, endsEarly(page.failure.where))
    ? failed({ kind: 'damaged', bytes: body.value.byteLength, encoding })
    : page;
}

/** What the log shows of an attempt; `status` is undefined when no answer came. */
function outcomeOf(
  page: Result<Page>,
  status: number | undefined,
  address: URL,
): Pick<Exchange, 'outcome' | 'problem' | 'records' | 'traceId'> {
  if (page.ok) {
    return { outcome: status ?? 200, records: page.value.records.length + page.value.broken.length };
  }
  const { failure } = page;
  if (status === undefined) {
    return { outcome: failure.kind === 'unreachable' ? failure.code : failure.kind };
  }
  // A status below 400 does not tell that this is a failure.
  const isHidden = status < 400;
  return { outcome: status, ...(isHidden && { problem: reasonOf(failure) }), ...loggedTrace(failure, address) };
}

/** Path and parameters without ids: `/v3/faceauth?authId=…&count=200`. */
function loggedPath(address: URL): string {
  const parameters = [...address.searchParams].map(([name, value]) => `${name}=${isPrivate(name) ? '…' : value}`);
  return parameters.length === 0 ? address.pathname : `${address.pathname}?${parameters.join('&')}`;
}

/** The trace ID; `…` where the service made it of an id that the request holds. */
function loggedTrace(failure: Failure, address: URL): { readonly traceId?: string } {
  if (!('traceId' in failure) || failure.traceId === undefined) {
    return {};
  }
  const text = failure.traceId.toLowerCase();
  const sent = [...address.searchParams].filter(([name, value]) => isPrivate(name) && value !== '');
  return { traceId: sent.some(([, value]) => text.includes(value.toLowerCase())) ? '…' : failure.traceId };
}

/** Whether a parameter names a submission: the one that is asked for, or the last of the page before. */
function isPrivate(name: string): boolean {
  return name === 'authId' || name === 'auth_id' || name.startsWith('nextKey');
}
