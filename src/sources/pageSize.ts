import type { Ask } from '../api/client.ts';
import type { Failure } from '../api/failure.ts';
import type { Connect } from './connect.ts';

/** Smaller pages are not tried: a service that cannot send ten records at once is down. */
const smallestPage = 10;

/**
 * Asks for the same page with fewer records when the service, or a gateway before it, cannot send so many: first with
 * `pageSize`, then with half as many, and so on. The size that worked is kept for the project until the window closes.
 */
export function withFittingPages(connect: Connect, pageSize: () => number): Connect {
  const limits = new Map<string, number>();
  /** Projects for which even the smallest page failed: rather an outage than too many records. */
  const outages = new Set<string>();
  return ({ id }, occasion) => {
    const patient = connect({ id }, occasion);
    const brief = connect({ id }, { ...occasion, attempts: 1 });
    // The failure had its time to pass with the first size: each smaller one is tried once, unless it fails otherwise.
    const tryOnce: Ask = async (query, signal) => {
      const page = await brief(query, signal);
      return page.ok || isTooMuch(page.failure) || signal.aborted ? page : await patient(query, signal);
    };
    return async (query, signal) => {
      const wanted = query.count ?? 0;
      let count = Math.min(wanted, limits.get(id) ?? wanted);
      const first = await patient({ ...query, ...(wanted > 0 && { count }) }, signal);
      let page = first;
      while (!page.ok && isTooMuch(page.failure)) {
        const smaller = smallerThan(count, pageSize());
        if (smaller === count) {
          if (count < wanted) {
            outages.add(id);
          }
          return first;
        }
        limits.set(id, smaller);
        if (page.failure.kind === 'tooSlow' && wanted <= pageSize()) {
          // It took its whole time; in front of a page of the usual size a person decides whether to go on.
          return first;
        }
        count = smaller;
        page = await tryOnce({ ...query, count }, signal);
      }
      if (page.ok && outages.delete(id)) {
        limits.delete(id);
      }
      return page;
    };
  };
}

function smallerThan(count: number, pageSize: number): number {
  return count > pageSize ? pageSize : Math.min(count, Math.max(smallestPage, Math.floor(count / 2)));
}

/** Whether a smaller page may come where this one failed. */
function isTooMuch(failure: Failure): boolean {
  switch (failure.kind) {
    case 'tooSlow':
    case 'errorAnswer':
      return true;
    case 'serviceDown':
    case 'refused':
      // A gateway that an answer is too large for says so in any of these ways.
      return [413, 500, 502, 504].includes(failure.status);
    case 'unexpected':
      return failure.cause === 'tooLarge';
    default:
      return false;
  }
}
