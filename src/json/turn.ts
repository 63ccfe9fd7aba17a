/** So long, in ms, may work hold a thread that it shares: at 50 a person begins to feel it. */
const length = 20;

/**
 * The time that long work has the thread for itself. Once it is over, the work waits until the others had theirs. Work
 * that follows on other work, before anybody else had the thread, shares its turn.
 */
export class Turn {
  /** When the turn ends that nobody else had the thread since the beginning of. */
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

  /** Whether the others are due. */
  get over(): boolean {
    return performance.now() >= this.#end;
  }

  /** Lets the others have the thread, and begins the next turn. */
  async pass(): Promise<void> {
    await afterOthers();
    this.#end = Turn.#begin();
  }
}

/** Resolves when those who wait for the thread by now had it. A timer of 0 ms comes a millisecond later than need be. */
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
