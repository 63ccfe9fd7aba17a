/** Values that repeat, each kept once and named by a code. Equal means the same object or the same text. */
export class Values<T> {
  readonly #values: { readonly value: T; count: number }[] = [];
  readonly #codes = new Map<T, number>();
  /** The value that was asked for last: neighbours are mostly alike. */
  #last: T | undefined;
  #lastCode = -1;

  /** The code of a value. */
  codeOf(value: T): number {
    if (value === this.#last && this.#lastCode !== -1) {
      return this.#lastCode;
    }
    let code = this.#codes.get(value);
    if (code === undefined) {
      code = this.#values.push({ value, count: 0 }) - 1;
      this.#codes.set(value, code);
    }
    this.#last = value;
    this.#lastCode = code;
    return code;
  }

  /** Counts one more of a value, or one less. */
  count(code: number | undefined, by: 1 | -1): void {
    const entry = this.#values[code ?? -1];
    if (entry !== undefined) {
      entry.count += by;
    }
  }

  /** The value of a code that was given out. */
  at(code: number | undefined): T {
    const entry = this.#values[code ?? -1];
    if (entry === undefined) {
      throw new Error('There is no value of this code.');
    }
    return entry.value;
  }

  /** Every value that there is, and how many times. */
  counts(): readonly { readonly value: T; readonly count: number }[] {
    return this.#values.filter(({ count }) => count > 0);
  }
}
