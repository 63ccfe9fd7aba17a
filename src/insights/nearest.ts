/** Keeps the nearest items in order. Of equally near items, those that came first are kept. */
export class Nearest<T> {
  readonly #most: number;
  readonly #distances: number[] = [];
  readonly #items: T[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** The nearest first. */
  get all(): readonly T[] {
    return this.#items;
  }

  /** Whether something this far off would be kept. */
  takes(distance: number): boolean {
    return this.#items.length < this.#most || distance < (this.#distances.at(-1) ?? Infinity);
  }

  /** Adds an item, and lets the farthest go when there are too many. */
  add(distance: number, item: T): void {
    if (!this.takes(distance)) {
      return;
    }
    let at = this.#items.length;
    while (at > 0 && distance < (this.#distances[at - 1] ?? 0)) {
      at--;
    }
    this.#distances.splice(at, 0, distance);
    this.#items.splice(at, 0, item);
    if (this.#items.length > this.#most) {
      this.#distances.pop();
      this.#items.pop();
    }
  }
}
