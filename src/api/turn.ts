/** So long, in ms, may work hold a thread that it shares: at 50 a person begins to feel it. */
const length = 20;

/** The time that long work has the thread for itself. Once it is over, the work waits until the others had theirs. */
export class Turn {
  #end = performance.now() + length;

  /** Whether the others are due. */
  get over(): boolean {
    return performance.now() >= this.#end;
  }

  /** Lets the others have the thread, and begins the next turn. */
  async pass(): Promise<void> {
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    this.#end = performance.now() + length;
  }
}
