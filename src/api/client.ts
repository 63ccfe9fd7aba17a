import { addressOf, type Query } from './address.ts';
import { contentTypeOf, readBody } from './body.ts';
import { classifyError, classifyStatus } from './classify.ts';
import { failed, reasonOf, success, type Failure, type Result } from './failure.ts';
import { readPage, type Answer, type Page } from './page.ts';
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

/** Asks the service one question. Resolves to the page or a failure, never rejects for what the network does. */
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
  const log = (exchange: Omit<Exchange, 'path' | 'attempt' | 'milliseconds'>): void => {
    const milliseconds = Math.round(performance.now() - started);
    options.onExchange({ path: loggedPath(address), attempt, milliseconds, ...exchange });
  };
  const timeout = AbortSignal.timeout(options.timeoutSeconds * 1000);
  try {
    const response = await options.send(address.href, {
      method: 'GET',
      headers: { 'x-api-key': options.key, accept: 'application/json' },
      // A redirect followed by fetch would carry the key to another host.
      redirect: 'manual',
      signal: AbortSignal.any([signal, timeout]),
    });
    const answer = await readAnswer(response, address.hostname, (text) => text.replaceAll(options.key, '…'));
    const page = answer.ok ? await readPage(answer.value, options.lazily) : answer;
    log({
      outcome: response.status,
      ...(page.ok
        ? { records: page.value.records.length + page.value.broken.length }
        : {
            ...(page.failure.kind === 'unexpected' && { problem: reasonOf(page.failure) }),
            ...loggedTrace(page.failure, address),
          }),
    });
    return page;
  } catch (error) {
    const failure = failureOf(error, { signal, timeout, seconds: options.timeoutSeconds, host: address.hostname });
    log({ outcome: failure.kind === 'unreachable' ? failure.code : failure.kind });
    return failed(failure);
  }
}

/** `hide` takes the key out of remote text: a service that echoes it must not bring it onto the screen. */
async function readAnswer(response: Response, host: string, hide: (text: string) => string): Promise<Result<Answer>> {
  const contentType = contentTypeOf(response, hide);
  const body = await readBody(response, contentType);
  if (response.ok) {
    return body.ok ? success({ bytes: body.value, contentType }) : body;
  }
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

interface Circumstances {
  readonly signal: AbortSignal;
  readonly timeout: AbortSignal;
  readonly seconds: number;
  readonly host: string;
}

function failureOf(error: unknown, { signal, timeout, seconds, host }: Circumstances): Failure {
  if (signal.aborted) {
    return { kind: 'cancelled' };
  }
  return timeout.aborted ? { kind: 'tooSlow', seconds } : classifyError(error, host);
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
  return name === 'authId' || name.startsWith('nextKey');
}
