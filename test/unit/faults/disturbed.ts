import type { Ask } from '../../../src/api/client.ts';
import type { Patience } from '../../../src/api/retry.ts';
import { startService, type Service } from '../../service/service.ts';
import { asking, brisk, KEY, type Asking } from '../api/asking.ts';

/** What is wrong with a service for a while. */
export interface Disturbance {
  /** `elsewhere` is another service, which must never get a request. */
  readonly begin: (service: Service, elsewhere: Service) => Promise<void> | void;
  /** Needed only where it is not enough to remove all faults. */
  readonly end?: (service: Service) => Promise<void>;
  /** How long an answer may take during the disturbance; by default so long that it does not matter. */
  readonly timeoutSeconds?: number;
}

/** A service of 95 records that can be disturbed, and a client that tries each request up to four times. */
export interface Disturbed extends AsyncDisposable {
  readonly service: Service;
  readonly elsewhere: Service;
  readonly ask: (wanted?: Partial<Patience>) => Ask;
  readonly begin: () => Promise<void>;
  readonly end: () => Promise<void>;
  /** How often the last request was tried. */
  readonly tries: () => number;
}

/** How many records a page has. */
export const pageSize = 20;

/** Starts such a service; all is well until `begin`. */
export async function startDisturbed(disturbance: Disturbance): Promise<Disturbed> {
  const options = { size: 95, broken: false, keys: [KEY] };
  const service = await startService(options);
  const elsewhere = await startService({ ...options, seed: 2 });
  let lasts = false;
  let last: Asking | undefined;
  return {
    service,
    elsewhere,
    ask:
      (wanted = {}) =>
      async (query, signal) => {
        const timeoutSeconds = (lasts ? disturbance.timeoutSeconds : undefined) ?? 20;
        last = asking(service.baseUrl, { patience: { ...brisk, ...wanted }, timeoutSeconds });
        return await last.ask(query, signal);
      },
    begin: async () => {
      lasts = true;
      await disturbance.begin(service, elsewhere);
    },
    end: async () => {
      lasts = false;
      service.setFault();
      await disturbance.end?.(service);
    },
    tries: () => last?.exchanges.at(-1)?.attempt ?? 0,
    [Symbol.asyncDispose]: async () => {
      await Promise.all([service.close(), elsewhere.close()]);
    },
  };
}
