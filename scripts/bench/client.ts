import { createClient, type Ask, type Send } from '../../src/api/client.ts';
import { usualPatience } from '../../src/api/retry.ts';
import { DEMO_KEY } from '../../src/demo/service.ts';

/** Asks a loopback service as the extension asks the real one. */
export function clientOf(base: string, send: Send = fetch): Ask {
  return createClient({
    base: new URL(base),
    key: DEMO_KEY,
    send,
    timeoutSeconds: 30,
    patience: usualPatience,
    onExchange: () => {},
  });
}
