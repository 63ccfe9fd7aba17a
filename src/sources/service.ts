import { createClient, type Ask, type Exchange } from '../api/client.ts';
import type { Result } from '../api/failure.ts';
import type { Send } from '../api/receive.ts';
import { usualPatience } from '../api/retry.ts';
import type { Occasion } from './connect.ts';

/** An address and the key that is for it. The two are never apart, so that a key can reach no other host. */
export interface Access {
  readonly base: URL;
  readonly key: string;
}

/** What a connection to the FaceAuth service is made of. */
export interface ServiceOptions {
  /** Read at each query; a failure when there is no key, or none can be read. */
  readonly access: () => Promise<Result<Access>>;
  readonly settings: () => { readonly requestTimeoutSeconds: number };
  readonly onExchange: (exchange: Exchange) => void;
}

/** The answers of the FaceAuth service over the network. */
export function serviceSource({ access, settings, onExchange }: ServiceOptions, occasion: Occasion): Ask {
  const { lazily, ...patience } = occasion;
  // Read at the call: VS Code replaces the global fetch by one that knows the proxy settings.
  const send: Send = async (address, init) => await fetch(address, init);
  return async (query, signal) => {
    const allowed = await access();
    if (!allowed.ok) {
      return allowed;
    }
    const { requestTimeoutSeconds: timeoutSeconds } = settings();
    const rest = { lazily, patience: { ...usualPatience, ...patience } };
    return await createClient({ ...allowed.value, send, timeoutSeconds, onExchange, ...rest })(query, signal);
  };
}
