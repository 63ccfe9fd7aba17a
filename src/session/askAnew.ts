import type { Ask, ClientOptions } from '../api/client.ts';
import type { Result } from '../api/failure.ts';
import type { Patience } from '../api/retry.ts';
import type { Project } from './state.ts';

/** What an occasion needs: its patience, and whether its pages are read lazily. */
export type Occasion = Partial<Patience> & Pick<ClientOptions, 'lazily'>;

/** How to ask a project's service on an occasion. */
export type Connect = (project: Project, occasion: Occasion) => Promise<Result<Ask>>;

/** Connects for every request, so that a replaced key counts at once. */
export function askAnew(connect: Connect, project: Project, occasion: Occasion): Ask {
  return async (query, signal) => {
    const ask = await connect(project, occasion);
    return ask.ok ? await ask.value(query, signal) : ask;
  };
}
