import { failed, type Failure, type Result } from './failure.ts';

/** A pause before the next attempt, for whoever shows a countdown. `until` in ms since 1970. */
export interface Wait {
  readonly until: number;
  readonly attempt: number;
  readonly failure: Failure;
}

/** How often and how long to try. */
export interface Patience {
  readonly attempts: number;
  /** The first pause in ms; each later one is up to twice as long. */
  readonly firstPause: number;
  /** The longest pause in ms that is sat out; a `Retry-After` beyond it ends the attempts. */
  readonly longestPause: number;
  readonly onWait?: (wait: Wait) => void;
}

/** What a person waiting in front of the editor puts up with. */
export const usualPatience: Patience = { attempts: 4, firstPause: 500, longestPause: 60_000 };

/** Repeats what may pass by itself, with pauses that grow, vary, and end at once when cancelled. */
export async function retrying<T>(
  attempt: (number: number) => Promise<Result<T>>,
  { attempts, firstPause, longestPause, onWait, signal }: Patience & { readonly signal: AbortSignal },
): Promise<Result<T>> {
  for (let number = 1; ; number++) {
    const result = await attempt(number);
    if (result.ok || number >= attempts || !mayPass(result.failure)) {
      return result;
    }
    const pause = pauseBefore(result.failure, firstPause * 2 ** (number - 1));
    if (pause > longestPause) {
      return result;
    }
    onWait?.({ until: Date.now() + pause, attempt: number + 1, failure: result.failure });
    if (!(await elapsed(pause, signal))) {
      return failed({ kind: 'cancelled' });
    }
  }
}

function mayPass(failure: Failure): boolean {
  return (
    failure.kind === 'rateLimited' ||
    failure.kind === 'serviceDown' ||
    (failure.kind === 'unreachable' && failure.cause !== 'certificate' && failure.cause !== 'proxy')
  );
}

/** Never earlier than the service asks; a random part keeps many windows from coming back at once. */
function pauseBefore(failure: Failure, backoff: number): number {
  const jittered = backoff * (0.5 + Math.random() / 2);
  return 'retryAt' in failure && failure.retryAt !== undefined
    ? Math.max(0, failure.retryAt - Date.now()) + jittered / 2
    : jittered;
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
