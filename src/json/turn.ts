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
    setTimeout(() => {
      if (Turn.#running === end) {
        Turn.#running = undefined;
      }
    }, 0);
    return end;
  }

  /** Whether the others are due. */
  get over(): boolean {
    return performance.now() >= this.#end;
  }

  /** Lets the others have the thread, and begins the next turn. */
  async pass(): Promise<void> {
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    this.#end = Turn.#begin();
  }
}
