import type { Ask } from '../api/client.ts';
import { endsEarly, type Failure } from '../api/failure.ts';
import type { Connect } from './connect.ts';

/** Smaller pages are not tried: a service that cannot send ten records at once is down. */
const smallestPage = 10;

/**
 * Asks for the same page with fewer records when the service, or a gateway before it, cannot send so many: first with
 * `pageSize`, then with half as many, and so on. The size that worked is kept for the project until the window closes.
 */
export function withFittingPages(connect: Connect, pageSize: () => number): Connect {
  const limits = new Map<string, number>();
  /** Projects for which a large page failed in every size: more likely an outage than too many records. */
  const outages = new Set<string>();
  return ({ id }, occasion) => {
    const patient = connect({ id }, occasion);
    const briefly = (attempts: number, isFor: (failure: Failure) => boolean): Ask =>
      connect({ id }, { ...occasion, attemptsFor: (failure) => (isFor(failure) ? attempts : undefined) });
    // A large page that failed needs a smaller size more than a pause, unless the line was cut. So it is tried only
    // twice, and each smaller size once.
    const twice = briefly(2, (failure) => isTooMuch(failure) && failure.kind !== 'unreachable');
    const once = briefly(1, isTooMuch);
    return async (query, signal) => {
      const wanted = query.count ?? 0;
      const isLarge = wanted > pageSize();
      const limit = limits.get(id);
      let count = Math.min(wanted, limit ?? wanted);
      const first = await (isLarge ? twice : patient)({ ...query, ...(wanted > 0 && { count }) }, signal);
      let page = first;
      while (!page.ok && isTooMuch(page.failure)) {
        const smaller = smallerThan(count, pageSize());
        if (!isLarge && (smaller === count || isSlowOrCut(page.failure))) {
          // An outage, most likely. A time-out took its whole time: a person decides whether to wait once more.
          restore(limits, id, limit);
          return first;
        }
        if (smaller === count) {
          outages.add(id);
          if (page.failure.kind !== 'serviceDown') {
            return first;
          }
          // The outage may pass: an export waits for that as long as for any other failure.
          page = await patient({ ...query, count }, signal);
          break;
        }
        limits.set(id, smaller);
        count = smaller;
        page = await once({ ...query, count }, signal);
      }
      if (page.ok && outages.delete(id)) {
        limits.delete(id);
      }
      return page;
    };
  };
}

function restore(limits: Map<string, number>, id: string, limit: number | undefined): void {
  if (limit === undefined) {
    limits.delete(id);
  } else {
    limits.set(id, limit);
  }
}

function smallerThan(count: number, pageSize: number): number {
  return count > pageSize ? pageSize : Math.min(count, Math.max(smallestPage, Math.floor(count / 2)));
}

/** Whether an answer took too long, or broke off on its way. On a bad line that happens to answers of any size. */
function isSlowOrCut(failure: Failure): boolean {
  return failure.kind === 'tooSlow' || failure.kind === 'unreachable';
}

/** Whether a smaller page may come where this one failed. */
function isTooMuch(failure: Failure): boolean {
  switch (failure.kind) {
    case 'tooSlow':
    case 'errorAnswer':
    case 'damaged':
      return true;
    case 'serviceDown':
    case 'refused':
      // A gateway for which an answer is too large sends one of these statuses.
      return [413, 500, 502, 504, 524].includes(failure.status);
    case 'unreachable':
      return failure.cause === 'reset';
    case 'unexpected':
      return failure.cause === 'tooLarge' || (failure.cause === 'notJson' && endsEarly(failure.where));
    default:
      return false;
  }
}
