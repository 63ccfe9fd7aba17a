import assert from 'node:assert/strict';
import type { Query } from '../../../src/api/address.ts';
import { createClient, type Ask, type Exchange } from '../../../src/api/client.ts';
import type { Send } from '../../../src/api/receive.ts';
import type { Failure, Result } from '../../../src/api/failure.ts';
import type { Page } from '../../../src/api/page.ts';
import type { Patience, Wait } from '../../../src/api/retry.ts';

/** A key that must not be found anywhere but in the request's header. */
export const KEY = 'key-4f1c9d02b7';

/** Four attempts with pauses that a test can sit out. */
export const brisk: Patience = { attempts: 4, firstPause: 1, longestPause: 60_000 };

/** A client over the network, and what it told about its exchanges and pauses. */
export interface Asking {
  readonly ask: (query?: Query, signal?: AbortSignal) => Promise<Result<Page>>;
  readonly client: Ask;
  readonly exchanges: readonly Exchange[];
  readonly waits: readonly Wait[];
}

/** How a client differs from the usual one. */
export interface AskingOptions {
  readonly key?: string;
  readonly send?: Send;
  readonly timeoutSeconds?: number;
  readonly patience?: Patience;
  readonly lazily?: boolean;
}

/** A client of the service at this base URL; one attempt unless `patience` says more. */
export function asking(baseUrl: string, options: AskingOptions = {}): Asking {
  const exchanges: Exchange[] = [];
  const waits: Wait[] = [];
  const patience = options.patience ?? { ...brisk, attempts: 1 };
  const client = createClient({
    base: new URL(baseUrl),
    key: options.key ?? KEY,
    send: options.send ?? fetch,
    timeoutSeconds: options.timeoutSeconds ?? 20,
    lazily: options.lazily,
    patience: {
      ...patience,
      onWait: (wait) => {
        waits.push(wait);
        patience.onWait?.(wait);
      },
    },
    onExchange: (exchange) => {
      exchanges.push(exchange);
    },
  });
  return {
    ask: async (query = {}, signal = new AbortController().signal) => await client(query, signal),
    client,
    exchanges,
    waits,
  };
}

/** The value of a result that must be a success. */
export function valueOf<T>(result: Result<T>): T {
  assert.ok(result.ok, `should have succeeded: ${result.ok ? '' : JSON.stringify(result.failure)}`);
  return result.value;
}

/** The failure of a result that must be one. */
export function failureOf<T>(result: Result<T>): Failure {
  assert.ok(!result.ok, 'should have failed');
  return result.failure;
}
