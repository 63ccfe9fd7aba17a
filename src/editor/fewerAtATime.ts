import { success, type Failure } from '../api/failure.ts';
import type { Connect } from '../session/askAnew.ts';

/**
 * Asks a project for `few` submissions at a time once a page of more was too large or took too long, so that trying
 * again helps. Until the window is loaded again.
 */
export function fewerAtATime(connect: Connect, few: () => number): Connect {
  const overtaxed = new Set<string>();
  return async (project, patience) => {
    const ask = await connect(project, patience);
    if (!ask.ok) {
      return ask;
    }
    return success(async (query, signal) => {
      const isMuch = query.count !== undefined && query.count > few();
      const page = await ask.value(isMuch && overtaxed.has(project.id) ? { ...query, count: few() } : query, signal);
      if (isMuch && !page.ok && isTooMuch(page.failure)) {
        overtaxed.add(project.id);
      }
      return page;
    });
  };
}

function isTooMuch(failure: Failure): boolean {
  switch (failure.kind) {
    case 'tooSlow':
      return true;
    case 'serviceDown':
      // A gateway gave up waiting.
      return failure.status === 504;
    case 'unexpected':
      return failure.cause === 'tooLarge';
    default:
      return false;
  }
}
