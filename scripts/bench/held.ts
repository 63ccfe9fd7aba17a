import { setTimeout as sleep } from 'node:timers/promises';

/** How long work took, and for how long at most nothing else could run on its thread; in ms. */
export interface Held {
  readonly ms: number;
  /** By the clock: what a person waits, other programs included. */
  readonly longest: number;
  /** By the time that the thread itself computed. */
  readonly longestComputed: number;
}

/** Watches a thread with the shortest timer there is: it comes late by as long as the thread is held. */
export async function watchHeld(work: () => Promise<void>): Promise<Held> {
  let longest = 0;
  let longestComputed = 0;
  const abort = new AbortController();
  const watch = async (): Promise<void> => {
    while (!abort.signal.aborted) {
      const [time, computed] = [performance.now(), process.threadCpuUsage()];
      await sleep(0);
      const { user, system } = process.threadCpuUsage(computed);
      longest = Math.max(longest, performance.now() - time);
      longestComputed = Math.max(longestComputed, (user + system) / 1000);
    }
  };
  const watching = watch();
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  abort.abort();
  await watching;
  return { ms, longest, longestComputed };
}
