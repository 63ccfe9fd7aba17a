import type { Ask } from '../api/client.ts';
import type { Result } from '../api/failure.ts';
import type { Patience } from '../api/retry.ts';
import type { Project } from './state.ts';

/** How to ask a project's service, with the patience that the occasion has. */
export type Connect = (project: Project, patience: Partial<Patience>) => Promise<Result<Ask>>;

/** Connects for every request, so that a replaced key counts at once. */
export function askAnew(connect: Connect, project: Project, patience: Partial<Patience>): Ask {
  return async (query, signal) => {
    const ask = await connect(project, patience);
    return ask.ok ? await ask.value(query, signal) : ask;
  };
}
