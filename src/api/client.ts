import { addressOf, type Query } from './address.ts';
import { contentTypeOf, encodingOf, isStillPacked, readBody } from './body.ts';
import { classifyStatus, type Hide } from './classify.ts';
import { connectionFailure } from './connectionFailure.ts';
import { failed, reasonOf, success, type Failure, type Result } from './failure.ts';
import { readPage, type Page } from './page.ts';
import { retrying, type Patience } from './retry.ts';

/** The part of `fetch` that the client needs: the platform's own, or the demo service. */
export type Send = (address: string, init: RequestInit) => Promise<Response>;

/** One request as the log may show it: no id, no key, no body. Times in ms. */
export interface Exchange {
  readonly path: string;
  readonly attempt: number;
  readonly milliseconds: number;
  /** The HTTP status, or the kind of failure where no answer came. */
  readonly outcome: number | string;
  /** Why an answer that came is none. */
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

/** Asks the service one question. Resolves to the page or a failure, never rejects for what the network does; it does for an error of ours. */
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
  const received = await receive(options, address, signal, hide);
  const milliseconds = Math.round(performance.now() - started);
  const page = received.ok ? await read(received.value, address.hostname, hide, options.lazily) : received;
  const status = received.ok ? received.value.response.status : undefined;
  options.onExchange({ path: loggedPath(address), attempt, milliseconds, ...outcomeOf(page, status, address) });
  return page;
}

interface Received {
  readonly response: Response;
  readonly contentType: string;
  readonly encoding: string;
  readonly body: Result<Uint8Array>;
}

/**
 * Sends the request and reads the answer to its end. Nothing else stands in its `try`: an error of ours must not read as
 * one of the network.
 */
async function receive(
  { send, key, timeoutSeconds: seconds }: ClientOptions,
  address: URL,
  signal: AbortSignal,
  hide: Hide,
): Promise<Result<Received>> {
  // A timer takes whole milliseconds; a fraction of seconds times 1000 need not be whole.
  const timeout = AbortSignal.timeout(Math.round(seconds * 1000));
  let response: Response | undefined;
  let contentType = '';
  let encoding = '';
  try {
    response = await send(address.href, {
      method: 'GET',
      headers: { 'x-api-key': key, accept: 'application/json' },
      // A redirect followed by fetch would carry the key to another host.
      redirect: 'manual',
      signal: AbortSignal.any([signal, timeout]),
    });
    contentType = contentTypeOf(response, hide);
    encoding = encodingOf(response, hide);
    return success({ response, contentType, encoding, body: await readBody(response, contentType) });
  } catch (error) {
    if (signal.aborted) {
      return failed({ kind: 'cancelled' });
    }
    if (response?.ok === false) {
      // What is wrong with its body takes nothing from what a refusal says with its status.
      return success({ response, contentType, encoding, body: success(new Uint8Array()) });
    }
    return failed(
      timeout.aborted
        ? { kind: 'tooSlow', seconds }
        : connectionFailure(error, { host: address.hostname, seconds, encoding }),
    );
  }
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
  const page = await readPage({ bytes: body.value, contentType }, lazily, hide);
  const isNotJson = !page.ok && page.failure.kind === 'unexpected' && page.failure.cause === 'notJson';
  return isNotJson && isStillPacked(body.value, encoding)
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
  const isProblem = failure.kind === 'unexpected' || failure.kind === 'damaged' || failure.kind === 'errorAnswer';
  return { outcome: status, ...(isProblem && { problem: reasonOf(failure) }), ...loggedTrace(failure, address) };
}

/** Path and parameters without ids: `/v3/faceauth?authId=…&count=200`. */
function loggedPath(address: URL): string {
  const parameters = [...address.searchParams].map(([name, value]) => `${name}=${isPrivate(name) ? '…' : value}`);
  return parameters.length === 0 ? address.pathname : `${address.pathname}?${parameters.join('&')}`;
}

/** The trace ID, unless the service made it of an id that it was asked for. */
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
