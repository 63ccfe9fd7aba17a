/**
 * Keeps each distinct value once, at a place of its own. Values with the same key are the same, whichever objects they
 * came as.
 */
export class Distinct<Given, Kept> {
  readonly #convert: (given: Given) => Kept;
  readonly #keyOf: (kept: Kept) => string;
  readonly #byObject = new Map<Given, number>();
  readonly #byKey = new Map<string, number>();
  readonly #all: Kept[] = [];

  constructor(convert: (given: Given) => Kept, keyOf: (kept: Kept) => string) {
    this.#convert = convert;
    this.#keyOf = keyOf;
  }

  /** The values in the order of their places. */
  get all(): readonly Kept[] {
    return this.#all;
  }

  /** The place of a value; a new place when no value with the same key came before. */
  placeOf(given: Given): number {
    // The same objects come again and again.
    const known = this.#byObject.get(given);
    if (known !== undefined) {
      return known;
    }
    const kept = this.#convert(given);
    const key = this.#keyOf(kept);
    const place = this.#byKey.get(key) ?? this.#all.push(kept) - 1;
    this.#byKey.set(key, place);
    this.#byObject.set(given, place);
    return place;
  }
}
