/** What a person may wish to load. */
export type WishKind = 'older' | 'moreOf' | 'all' | 'refresh';

/** One wish; `status` is the group that more is wished of. */
export interface Wish {
  readonly kind: WishKind;
  readonly status?: string;
}

interface Pending {
  readonly wish: Wish;
  /** Ends the work of this wish alone. */
  readonly abort: AbortController;
  /** True when the work may begin, false when a newer wish came instead. */
  readonly turn: PromiseWithResolvers<boolean>;
  readonly done: PromiseWithResolvers<undefined>;
}

/**
 * Fulfils one wish at a time. The same wish joins the one that runs or waits. A different one waits in the only waiting
 * place, where the newest wish replaces any other. The promise settles when the wish is fulfilled, replaced or stopped.
 */
export class Wishes {
  #running: Pending | undefined;
  #waiting: Pending | undefined;

  /**
   * Does the work for a wish when its turn comes. Rejects if the work does; calls that joined it are not told.
   * `givenUp` ends the wait for a turn or a joined wish at once. Running work has its own signal, which `stop` aborts.
   */
  async add(wish: Wish, work: (signal: AbortSignal) => Promise<void>, givenUp?: AbortSignal): Promise<void> {
    const same = [this.#running, this.#waiting].find((one) => one !== undefined && covers(one.wish, wish));
    if (same !== undefined) {
      await Promise.race([same.done.promise, abortOf(givenUp)]);
      return;
    }
    const pending: Pending = {
      wish,
      abort: new AbortController(),
      turn: Promise.withResolvers(),
      done: Promise.withResolvers(),
    };
    if (this.#running === undefined) {
      this.#running = pending;
    } else {
      this.#drop();
      this.#waiting = pending;
      const onAbort = (): void => {
        if (this.#waiting === pending) {
          this.#drop();
        }
      };
      givenUp?.addEventListener('abort', onAbort, { once: true });
      if (!(await pending.turn.promise)) {
        return;
      }
    }
    try {
      await work(pending.abort.signal);
    } finally {
      // In one step: otherwise another wish could begin beside the one that waited.
      this.#running = this.#waiting;
      this.#waiting = undefined;
      this.#running?.turn.resolve(true);
      pending.done.resolve(undefined);
    }
  }

  /** Ends what runs and forgets what waits. */
  stop(): void {
    this.#drop();
    this.#running?.abort.abort();
  }

  /** Settles once nothing runs and nothing waits. */
  async idle(): Promise<void> {
    while (this.#running !== undefined) {
      await this.#running.done.promise;
    }
  }

  #drop(): void {
    this.#waiting?.turn.resolve(false);
    this.#waiting?.done.resolve(undefined);
    this.#waiting = undefined;
  }
}

/** Resolves when the signal comes, which it does not have to. */
async function abortOf(signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve) => {
    signal?.addEventListener('abort', () => {
      resolve();
    });
  });
}

/** Whether fulfilling one wish fulfils the other as well: who loads all loads what is older. */
function covers(one: Wish, other: Wish): boolean {
  return one.kind === 'all' ? other.kind !== 'refresh' : one.kind === other.kind && one.status === other.status;
}
