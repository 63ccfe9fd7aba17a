import { parseBaseUrl } from '../api/address.ts';
import { createClient, type Ask, type Exchange } from '../api/client.ts';
import type { Send } from '../api/receive.ts';
import { failed } from '../api/failure.ts';
import { usualPatience } from '../api/retry.ts';
import type { Occasion } from './connect.ts';

/** What a connection to the FaceAuth service is made of. */
export interface ServiceOptions {
  /** The key, read at each query; undefined when none is stored. */
  readonly key: () => Promise<string | undefined>;
  readonly settings: () => { readonly baseUrl: string; readonly requestTimeoutSeconds: number };
  readonly onExchange: (exchange: Exchange) => void;
}

/** The answers of the FaceAuth service over the network. */
export function serviceSource({ key, settings, onExchange }: ServiceOptions, occasion: Occasion): Ask {
  const { lazily, ...patience } = occasion;
  // Read at the call: VS Code replaces the global fetch by one that knows the proxy settings.
  const send: Send = async (address, init) => await fetch(address, init);
  return async (query, signal) => {
    const stored = await key();
    if (stored === undefined) {
      return failed({ kind: 'noKey' });
    }
    const { baseUrl, requestTimeoutSeconds: timeoutSeconds } = settings();
    const base = parseBaseUrl(baseUrl);
    if (!base.ok) {
      return base;
    }
    const rest = { lazily, patience: { ...usualPatience, ...patience } };
    return await createClient({ base: base.value, key: stored, send, timeoutSeconds, onExchange, ...rest })(
      query,
      signal,
    );
  };
}
