import { parseBaseUrl } from '../api/address.ts';
import { createClient, type Ask, type ClientOptions, type Exchange, type Send } from '../api/client.ts';
import { failed, success, type Result } from '../api/failure.ts';
import { usualPatience } from '../api/retry.ts';
import { DEMO_KEY, demoService, type DemoOptions } from '../demo/service.ts';
import type { Connect, Occasion } from '../session/askAnew.ts';
import type { Project } from '../session/state.ts';
import { utcDay } from '../submissions/model/days.ts';
import type { ProjectStore } from './projectStore.ts';
import type { Settings } from './settings.ts';

/** The project of the synthetic service. */
export const demoProject: Project = { id: 'demo', name: 'Demo data' };

/** What a connection is made of. */
export interface ConnectionOptions {
  readonly store: ProjectStore;
  readonly settings: () => Settings;
  readonly onExchange: (exchange: Exchange) => void;
}

/** Connects projects: the synthetic one in memory, any other over the network. */
export function createConnect({ store, settings, onExchange }: ConnectionOptions): Connect {
  let demo: Send | undefined;
  return async (project, occasion) => {
    if (project.id === demoProject.id) {
      demo ??= createDemo();
      const base = new URL('https://demo.invalid/v3');
      return success(
        createClient({ base, key: DEMO_KEY, send: demo, timeoutSeconds: 30, onExchange, ...onOccasion(occasion) }),
      );
    }
    const key = await store.key(project.id);
    return key === undefined ? failed({ kind: 'noKey' }) : connectWith(key, settings(), onExchange, occasion);
  };
}

/** Connects with a key that may not be stored yet. */
export function connectWith(
  key: string,
  { baseUrl, requestTimeoutSeconds }: Settings,
  onExchange: (exchange: Exchange) => void,
  occasion: Occasion,
): Result<Ask> {
  const base = parseBaseUrl(baseUrl);
  if (!base.ok) {
    return base;
  }
  // Read at the call: VS Code replaces the global fetch by one that knows the proxy settings.
  const send: Send = async (address, init) => await fetch(address, init);
  const timeoutSeconds = requestTimeoutSeconds;
  return success(createClient({ base: base.value, key, send, timeoutSeconds, onExchange, ...onOccasion(occasion) }));
}

function onOccasion({ lazily, ...patience }: Occasion): Pick<ClientOptions, 'patience' | 'lazily'> {
  return { lazily, patience: { ...usualPatience, ...patience } };
}

/** Ends at the last midnight in UTC, so that a window opened again on the same day finds the same submissions. */
export function demoOptions(now: number): DemoOptions {
  return { seed: 2026, size: 5000, newest: Date.parse(utcDay(now)) - 1 };
}

function createDemo(): Send {
  const service = demoService(demoOptions(Date.now()));
  return async (address, init) => await service(new Request(address, init));
}
