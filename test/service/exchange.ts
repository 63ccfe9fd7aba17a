import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DemoRecords } from '../../src/demo/records.ts';

// A request as it arrived; `at` in ms since the epoch, header names in lower case, `page` counts from 1.
export interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly at: number;
  readonly kind: 'look-up' | 'page';
  readonly page: number;
}

// What a fault works with: the request, the way to the undisturbed answer, and the reply it must bring to an end.
export interface Exchange {
  readonly arrival: Arrival;
  readonly records: DemoRecords;
  // Index of the first record that the undisturbed page holds.
  readonly first: number;
  // The undisturbed answer; `change` may alter the address before the service sees it.
  readonly answer: (change?: (url: URL) => void) => Promise<Response>;
  readonly reply: ServerResponse;
  // Aborts when the client has gone or the reply is complete.
  readonly closed: AbortSignal;
}

// Takes the place of the undisturbed answer.
export type Fault = (exchange: Exchange) => Promise<void>;

// Which requests a fault applies to.
export type When = (arrival: Arrival) => boolean;

// The element of the answer's array, as this service builds it.
export interface Envelope {
  readonly faceAuth_projectId: string;
  readonly data: readonly unknown[];
  readonly nextPage_key?: { readonly authId: string; readonly createTime: string };
}

// Ready-made conditions.
export const when = {
  lookUp: (arrival: Arrival) => arrival.kind === 'look-up',
  page: (page: number) => (arrival: Arrival) => arrival.kind === 'page' && arrival.page === page,
  fromPage: (page: number) => (arrival: Arrival) => arrival.kind === 'page' && arrival.page >= page,
};

// Sends a text as the whole body; JSON unless `headers` say otherwise.
export function send(reply: ServerResponse, status: number, body: string, headers: Record<string, string> = {}): void {
  reply.writeHead(status, {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  });
  reply.end(body);
}

// Waits, and rejects as soon as the client has gone.
export function pause(exchange: Exchange, ms: number): Promise<void> {
  return sleep(ms, undefined, { signal: exchange.closed });
}
