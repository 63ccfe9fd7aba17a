import * as l10n from '@vscode/l10n';
import { createClient, type Ask, type Exchange } from '../api/client.ts';
import { usualPatience } from '../api/retry.ts';
import { dayLength } from '../api/timeReading.ts';
import { DEMO_KEY, demoService, type DemoOptions } from '../demo/service.ts';
import type { Occasion } from './connect.ts';

/** The project of the synthetic service. Links name it alike in all languages. */
export const demoProject = {
  id: 'demo',
  linkName: 'Demo data',
  get name(): string {
    return l10n.t('Demo data');
  },
} as const;

/** Ends at the last midnight in UTC, so that a window opened again on the same day finds the same submissions. */
export function demoOptions(now: number): DemoOptions {
  return { seed: 2026, size: 5000, newest: Math.floor(now / dayLength) * dayLength - 1 };
}

/** The answers of the synthetic service, in memory. Its records are made at the first query and stay the same. */
export function createDemo(onExchange: (exchange: Exchange) => void): (occasion: Occasion) => Ask {
  let service: ReturnType<typeof demoService> | undefined;
  return ({ lazily, ...patience }) =>
    createClient({
      base: new URL('https://demo.invalid/v3'),
      key: DEMO_KEY,
      send: async (address, init) => {
        service ??= demoService(demoOptions(Date.now()));
        return await service(new Request(address, init));
      },
      timeoutSeconds: 30,
      onExchange,
      lazily,
      patience: { ...usualPatience, ...patience },
    });
}
