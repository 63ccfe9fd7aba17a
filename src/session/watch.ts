import type { Failure } from '../api/failure.ts';
import { utcDay } from '../submissions/model/days.ts';
import type { Submission } from '../submissions/model/submission.ts';
import type { Newer } from './newer.ts';
import type { Days, State } from './state.ts';

/** What a watch works on. All times in ms since 1970, all pauses in ms. */
export interface WatchOptions {
  /** Adds what came since to the list, and tells it. */
  readonly load: () => Promise<Newer>;
  readonly now: () => number;
  /** Does some work after a pause, and reports it if the work rejects. Returns a function that calls it off. */
  readonly after: (pause: number, work: () => Promise<void>) => () => void;
  readonly changed: (state: WatchState) => void;
  /** Told what came, the newest first, also records that have changed. */
  readonly came: (news: readonly Submission[]) => void;
}

/**
 * Why a watch ended: its time was over, somebody stopped it, another project is shown, the last of the days shown is over,
 * or only a person can mend it.
 */
export type WatchEnd =
  | { readonly kind: 'time' | 'stopped' | 'project' }
  | { readonly kind: 'past'; readonly last: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** What the views show of a watch. Times in ms since 1970. */
export interface WatchState {
  /** When the watch ends by itself; undefined while nothing is watched. */
  readonly until: number | undefined;
  /** Until when the watch pauses, because the service asked for a pause or does not answer well. */
  readonly pausedUntil: number | undefined;
  /** How many submissions came that nobody has looked at, for the badge. */
  readonly count: number;
  /** Why the last watch ended; undefined while one runs, and before the first. */
  readonly end: WatchEnd | undefined;
}

/** How long a watch lasts, and how often it asks. In ms. */
const longest = 15 * 60_000;
const usualPause = 5000;

/** A service that is not well is asked more and more rarely, up to this pause in ms. */
const longestPause = 60_000;

/** One watch, from its start to its end. */
interface Run {
  failures: number;
  callOff: () => void;
}

/** Looks every few seconds for submissions that came, for a person who tries an integration. Only one runs at a time. */
export class Watch {
  readonly #options: WatchOptions;
  #state: WatchState = { until: undefined, pausedUntil: undefined, count: 0, end: undefined };
  #run: Run | undefined;
  /** The project of the watch that runs, or of the last one. */
  #projectId: string | undefined;
  #endTimer: (() => void) | undefined;

  constructor(options: WatchOptions) {
    this.#options = options;
  }

  /** What the views show now. */
  get state(): WatchState {
    return this.#state;
  }

  /** Begins to watch the project that is shown. Nothing where there is none, or while a watch runs. */
  start(shown: State): void {
    if (shown.kind === 'idle' || this.#run !== undefined) {
      return;
    }
    const { now, after } = this.#options;
    this.#projectId = shown.project.id;
    const run: Run = { failures: 0, callOff: () => undefined };
    this.#run = run;
    this.#endTimer = after(longest, async () => {
      await Promise.resolve();
      this.#end({ kind: 'time' });
    });
    this.#lookIn(run, 0);
    this.#publish({ until: now() + longest, pausedUntil: undefined, end: undefined });
  }

  /** Ends the watch. */
  stop(): void {
    this.#end({ kind: 'stopped' });
  }

  /**
   * To be called with each state of the session. If another project is shown, the watch ends and the count goes back to
   * 0. The watch also ends after the last of the days shown.
   */
  follow(shown: State): void {
    if (shown.kind === 'idle' || shown.project.id !== this.#projectId) {
      this.#end({ kind: 'project' });
      this.seen();
      return;
    }
    const last = lastPastDay(shown.days, this.#options.now());
    if (last !== undefined) {
      this.#end({ kind: 'past', last });
    }
  }

  /** Somebody has looked at what came. */
  seen(): void {
    if (this.#state.count > 0) {
      this.#publish({ count: 0 });
    }
  }

  #lookIn(run: Run, pause: number): void {
    run.callOff = this.#options.after(pause, async () => {
      try {
        await this.#look(run);
      } catch (error) {
        // A bug of the extension would be reported again every five seconds.
        this.#end({ kind: 'stopped' });
        throw error;
      }
    });
  }

  async #look(run: Run): Promise<void> {
    const { news, failure } = await this.#options.load();
    if (this.#run !== run) {
      return;
    }
    if (news.length > 0) {
      this.#publish({ count: this.#state.count + news.length });
      this.#options.came(news);
    }
    if (failure !== undefined && !mayPass(failure)) {
      this.#end({ kind: 'failed', failure });
      return;
    }
    run.failures = failure === undefined ? 0 : run.failures + 1;
    const now = this.#options.now();
    const pause = pauseAfter(run.failures, failure, now);
    const pausedUntil = failure === undefined ? undefined : now + pause;
    if (pausedUntil !== this.#state.pausedUntil) {
      this.#publish({ pausedUntil });
    }
    this.#lookIn(run, pause);
  }

  #end(end: WatchEnd): void {
    if (this.#run !== undefined) {
      this.#run.callOff();
      this.#endTimer?.();
      this.#run = undefined;
      this.#publish({ until: undefined, pausedUntil: undefined, end });
    }
  }

  #publish(change: Partial<WatchState>): void {
    this.#state = { ...this.#state, ...change };
    this.#options.changed(this.#state);
  }
}

/** The last of the days, if all are over, so that nothing new comes; otherwise undefined. `now` in ms since 1970. */
export function lastPastDay(days: Days | undefined, now: number): string | undefined {
  return days !== undefined && days.to < utcDay(now) ? days.to : undefined;
}

/** The pause in ms after so many failures in a row, or the pause that the service asks for. */
function pauseAfter(failures: number, failure: Failure | undefined, now: number): number {
  return failure !== undefined && 'retryAt' in failure && failure.retryAt !== undefined
    ? Math.max(usualPause, failure.retryAt - now)
    : Math.min(usualPause * 2 ** failures, longestPause);
}

/** Whether the next look may do better without a person's help. */
function mayPass({ kind }: Failure): boolean {
  switch (kind) {
    case 'noKey':
    case 'badAddress':
    case 'keyNotAccepted':
    case 'addressNotAllowed':
    case 'refused':
      return false;
    default:
      return true;
  }
}
