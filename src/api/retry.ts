import { failed, type Failure, type PassingFailure, type Result } from './failure.ts';

/** A pause before the next attempt, for whoever shows a countdown. `until` in ms since 1970. */
export interface Wait {
  readonly until: number;
  readonly attempt: number;
  readonly failure: Failure;
}

/** How often and how long to try. */
export interface Patience {
  readonly attempts: number;
  /** The number of attempts for some failures, where that is fewer; undefined where `attempts` counts. */
  readonly attemptsFor?: (failure: Failure) => number | undefined;
  /** The first pause in ms where the service names none; each later pause is up to twice as long. */
  readonly firstPause: number;
  /** The longest wait in ms that the service may ask for; a longer one ends the attempts. */
  readonly longestPause: number;
  readonly onWait?: (wait: Wait) => void;
}

/** For requests that a person waits for. */
export const usualPatience: Patience = { attempts: 4, firstPause: 500, longestPause: 60_000 };

/** Repeats `once` while its failure may pass by itself, with the pauses of `nextPause`; ends at once when cancelled. */
export async function retrying<T>(
  once: (attempt: number) => Promise<Result<T>>,
  { signal, ...patience }: Patience & { readonly signal: AbortSignal },
): Promise<Result<T>> {
  for (let attempt = 1; ; attempt++) {
    const result = await once(attempt);
    if (result.ok) {
      return result;
    }
    const pause = nextPause(result.failure, attempt, patience);
    if (pause === undefined) {
      return failed(attempt > 1 && mayPass(result.failure) ? { ...result.failure, attempts: attempt } : result.failure);
    }
    patience.onWait?.({ until: Date.now() + pause, attempt: attempt + 1, failure: result.failure });
    if (!(await elapsed(pause, signal))) {
      return failed({ kind: 'cancelled' });
    }
  }
}

/**
 * The pause in ms after `attempt` attempts; undefined when no other attempt follows. Never shorter than the service
 * asks for. A random part, `random` from 0 to 1, keeps many windows from coming back at once. It is added to the pause
 * that the service asks for, and is not counted when that pause is compared with `longestPause`. `now` in ms since
 * 1970.
 */
export function nextPause(
  failure: Failure,
  attempt: number,
  { attempts, attemptsFor, firstPause, longestPause }: Patience,
  now = Date.now(),
  random = Math.random(),
): number | undefined {
  if (attempt >= Math.min(attempts, attemptsFor?.(failure) ?? attempts) || !mayPass(failure)) {
    return undefined;
  }
  const backoff = Math.min(firstPause * 2 ** (attempt - 1), longestPause) * (0.5 + random / 2);
  if (failure.retryAt === undefined) {
    return backoff;
  }
  const asked = Math.max(0, failure.retryAt - now);
  return asked > longestPause ? undefined : asked + backoff / 2;
}

function mayPass(failure: Failure): failure is PassingFailure {
  switch (failure.kind) {
    case 'rateLimited':
    case 'serviceDown':
      return true;
    case 'errorAnswer':
      return failure.timedOut;
    case 'unreachable':
      return !['certificate', 'proxy', 'tls', 'browser'].includes(failure.cause);
    default:
      return false;
  }
}

/** True when the time passed, false when the signal came first. */
async function elapsed(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) {
    return false;
  }
  return await new Promise((resolve) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve(true);
    }, milliseconds);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
