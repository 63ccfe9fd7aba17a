/** How long work may hold the event loop, in ms. From 50 ms on a person notices it. */
const length = 20;

/**
 * The time for which long work has the event loop to itself. Once it is over, the work lets the other tasks run. Work
 * that begins before another task has run shares the turn of the work before it.
 */
export class Turn {
  /** When the current turn ends, as `performance.now` counts; undefined once another task has run. */
  static #running: number | undefined;
  #end = Turn.#running ?? Turn.#begin();

  static #begin(): number {
    const end = performance.now() + length;
    Turn.#running = end;
    void afterOthers().then(() => {
      if (Turn.#running === end) {
        Turn.#running = undefined;
      }
    });
    return end;
  }

  /** Whether the turn is over. */
  get over(): boolean {
    return performance.now() >= this.#end;
  }

  /** Lets the other tasks run, and begins the next turn. */
  async pass(): Promise<void> {
    await afterOthers();
    this.#end = Turn.#begin();
  }
}

/** Resolves once the tasks that wait now have run. A timer of 0 ms would come a millisecond later. */
async function afterOthers(): Promise<void> {
  await new Promise((resolve) => {
    if ('setImmediate' in globalThis) {
      setImmediate(resolve);
    } else {
      // In a browser.
      setTimeout(resolve, 0);
    }
  });
}
