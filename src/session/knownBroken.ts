import { createLocator } from '../api/where.ts';
import { digestText } from '../submissions/privacy/sha256.ts';
import { IdSet } from '../submissions/store/idSet.ts';
import type { BrokenPlace } from './loaded.ts';

/** The records that cannot be read, by the digest of their bytes: they have no id to tell them apart by. */
export class KnownBroken {
  readonly #seen = new IdSet();
  /** How many of the loaded broken records are in `#seen`. Answers are looked into only when somebody asks. */
  #count = 0;

  /**
   * Makes the test whether a record is in `broken`, which only grows. A value that is no object counts as known,
   * because it says too little to be told from others.
   */
  async known(broken: readonly BrokenPlace[]): Promise<(json: Uint8Array) => boolean> {
    const later = broken.slice(this.#count);
    this.#count = broken.length;
    for (const [source, places] of Map.groupBy(later, (place) => place.source)) {
      const bytes = await source.bytes();
      const locate = createLocator(bytes);
      for (const { start, end } of places.map(locate)) {
        this.#seen.add(digestText(bytes.subarray(start, end)));
      }
    }
    return (json) => json[0] !== openObject || this.#seen.has(digestText(json));
  }
}

const openObject = 0x7b;
