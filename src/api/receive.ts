import { BrokenBody, contentTypeOf, encodingOf, readBody } from './body.ts';
import type { Hide } from './classify.ts';
import { connectionFailure } from './connectionFailure.ts';
import { failed, success, type Failure, type Result } from './failure.ts';

/** The part of `fetch` that the client needs: the platform's own, or the demo service. */
export type Send = (address: string, init: RequestInit) => Promise<Response>;

/** One request. The key is sent in its header and goes nowhere else. */
export interface OutgoingRequest {
  readonly send: Send;
  readonly key: string;
  readonly address: URL;
  readonly timeoutSeconds: number;
  readonly signal: AbortSignal;
  readonly hide: Hide;
}

/** An answer that was read to its end, or to the limit of its size. */
export interface Received {
  readonly response: Response;
  readonly contentType: string;
  /** The content encoding; empty when it has none. */
  readonly encoding: string;
  readonly body: Result<Uint8Array>;
}

/**
 * Sends a request and reads the answer to its end. An error that `send` or the body's stream throws becomes a failure.
 * Any other error rejects, because a bug of the extension must not look like a problem of the network.
 */
export async function receive({
  send,
  key,
  address,
  timeoutSeconds,
  signal,
  hide,
}: OutgoingRequest): Promise<Result<Received>> {
  // A timer takes whole milliseconds; a fraction of seconds times 1000 need not be whole.
  const timeout = AbortSignal.timeout(Math.round(timeoutSeconds * 1000));
  const failureOf = (error: unknown, encoding: string): Failure => {
    if (signal.aborted) {
      return { kind: 'cancelled' };
    }
    return timeout.aborted
      ? { kind: 'tooSlow', seconds: timeoutSeconds }
      : connectionFailure(error, { host: address.hostname, seconds: timeoutSeconds, encoding });
  };
  let response: Response;
  try {
    response = await send(address.href, {
      method: 'GET',
      headers: { 'x-api-key': key, accept: 'application/json' },
      // A redirect followed by fetch would carry the key to another host.
      redirect: 'manual',
      signal: AbortSignal.any([signal, timeout]),
    });
  } catch (error) {
    return failed(failureOf(error, ''));
  }
  const contentType = contentTypeOf(response, hide);
  const encoding = encodingOf(response, hide);
  try {
    return success({ response, contentType, encoding, body: await readBody(response, contentType) });
  } catch (error) {
    if (!(error instanceof BrokenBody)) {
      throw error;
    }
    // The status of a refusal says enough by itself, so its broken body counts as empty.
    return response.ok || signal.aborted
      ? failed(failureOf(error, encoding))
      : success({ response, contentType, encoding, body: success(new Uint8Array()) });
  }
}
