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
 * Fulfils one wish at a time. The same wish joins the one that runs or waits; a different one waits in the one place
 * that there is, where the newest wins. What is promised settles when the wish was fulfilled, replaced or stopped.
 */
export class Wishes {
  #running: Pending | undefined;
  #waiting: Pending | undefined;

  /**
   * Does the work for a wish when its turn comes. Rejects when the work does; whoever joined it is not told. `givenUp`
   * ends the waiting for a turn, or for what was joined, at once; work that runs has its own signal, which `stop` gives.
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
      // In one step: between two of them another wish could begin beside the one that waited.
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
