import { createClient, type Ask } from '../../src/api/client.ts';
import { usualPatience } from '../../src/api/retry.ts';
import { DEMO_KEY } from '../../src/demo/service.ts';

/** Asks a loopback service as the extension asks the real one. */
export function clientOf(base: string, lazily = false): Ask {
  return createClient({
    base: new URL(base),
    key: DEMO_KEY,
    send: fetch,
    lazily,
    timeoutSeconds: 30,
    patience: usualPatience,
    onExchange: () => {},
  });
}
