import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type DemoRecords, demoRecords } from '../../src/demo/records.ts';
import { DEMO_KEY, type DemoOptions, indexesOn, serve } from '../../src/demo/service.ts';
import { arrivalOf, headersOf } from './arrival.ts';
import type { Arrival, Fault } from './exchange.ts';
import { type FaultList, faultList, type Reach } from './faultList.ts';
import { raw } from './shapes.ts';

// The newest record's time unless told otherwise: a Friday noon, UTC.
export const NEWEST = Date.UTC(2027, 0, 15, 12);

// What the service holds (seed 1, 5,000 records up to NEWEST, opened by DEMO_KEY unless given); port 0 = any free one.
// With `allowsPages`, pages in a browser may ask (CORS): the preflight is answered, and each answer has the header.
export type ServiceOptions = Partial<DemoOptions> & { readonly port?: number; readonly allowsPages?: boolean };

// The FaceAuth service on a loopback port; `await using` closes it.
export interface Service extends AsyncDisposable, Omit<FaultList, 'next'> {
  // Without a slash at its end, such as http://127.0.0.1:49152/v3
  readonly baseUrl: string;
  readonly requests: readonly Arrival[];
  readonly records: DemoRecords;
  // Answers with exactly this body; the returned function ends it.
  readonly serveRaw: (body: string, reach?: Reach) => () => void;
  // Between the two, connections are refused; open ones are cut.
  readonly refuse: () => Promise<void>;
  readonly reopen: () => Promise<void>;
  // The ids of all readable records, newest first; of the given UTC days (both included) when given.
  readonly allIds: (startDate?: string, endDate?: string) => string[];
  // As the service sends them, `to` excluded.
  readonly recordsAt: (from: number, to: number) => unknown[];
  readonly close: () => Promise<void>;
}

// Starts the service and resolves when it takes requests.
export async function startService(options: ServiceOptions = {}): Promise<Service> {
  const { port: wanted = 0, keys = [DEMO_KEY], allowsPages = false, ...rest } = options;
  const records = demoRecords({ seed: 1, size: 5_000, newest: NEWEST, ...rest });
  const requests: Arrival[] = [];
  const { next, ...faults } = faultList();
  const receive = listener(records, keys, (arrival) => (requests.push(arrival), next(arrival)));
  const server = createServer(allowsPages ? allowing(receive) : receive);
  const port = await listen(server, wanted);
  const close = () => stop(server);
  return {
    baseUrl: `http://127.0.0.1:${port}/v3`,
    requests,
    records,
    ...faults,
    serveRaw: (body, reach) => faults.inject(raw(body), reach),
    refuse: close,
    reopen: async () => void (await listen(server, port)),
    ...views(records),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function listener(records: DemoRecords, keys: readonly string[], receive: (arrival: Arrival) => Fault) {
  const handler = serve(records, keys);
  return (message: IncomingMessage, reply: ServerResponse) => {
    const url = new URL(message.url ?? '/', 'http://127.0.0.1');
    const [arrival, first] = arrivalOf(message, url, records);
    const closed = closing(reply);
    const fault = receive(arrival);
    fault({ arrival, first, records, reply, closed, answer: answering(handler, message, url) }).catch(
      (error: unknown) => {
        // The client must notice that the fault failed, so cut its connection; unless the client has gone already.
        if (!closed.aborted) reply.destroy(error instanceof Error ? error : undefined);
      },
    );
  };
}

function allowing(receive: ReturnType<typeof listener>): typeof receive {
  return (message, reply) => {
    reply.setHeader('access-control-allow-origin', '*');
    if (message.method === 'OPTIONS') {
      reply.setHeader('access-control-allow-headers', 'x-api-key');
      reply.writeHead(204).end();
    } else {
      receive(message, reply);
    }
  };
}

function answering(handler: (request: Request) => Promise<Response>, message: IncomingMessage, url: URL) {
  return (change?: (url: URL) => void) => {
    const changed = new URL(url);
    change?.(changed);
    return handler(new Request(changed, { method: message.method ?? 'GET', headers: headersOf(message) }));
  };
}

function views(records: DemoRecords): Pick<Service, 'allIds' | 'recordsAt'> {
  const indexes = (from: number, to: number) => Array.from({ length: to - from }, (_, offset) => from + offset);
  return {
    recordsAt: (from, to) => indexes(from, to).map(records.record),
    allIds(startDate, endDate = startDate) {
      const days = startDate !== undefined && {
        from: Date.parse(startDate),
        until: Date.parse(endDate ?? '') + 86_400_000,
      };
      const readable = indexes(...indexesOn(records, days === false ? undefined : days)).filter(
        (index) => !records.broken(index),
      );
      return readable.map(records.id);
    },
  };
}

function closing(reply: ServerResponse): AbortSignal {
  const controller = new AbortController();
  reply.once('close', () => controller.abort());
  return controller.signal;
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the service has no port');
  return address.port;
}

async function stop(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
