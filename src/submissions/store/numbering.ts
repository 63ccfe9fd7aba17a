/** So many maps share the texts: one map of a million would stand still for 50 ms each time that it grows. */
const shardCount = 256;

/** Numbers by text, for a million texts and more. */
export class Numbering {
  readonly #shards = Array.from({ length: shardCount }, () => new Map<string, number>());

  /** The number of a text, if it has one. */
  get(text: string): number | undefined {
    return this.#shardOf(text).get(text);
  }

  /** Gives a text a number in any case. */
  set(text: string, number: number): void {
    this.#shardOf(text).set(text, number);
  }

  /** The number of a text; one that has none gets this one. */
  numberOrAdd(text: string, number: number): number {
    const shard = this.#shardOf(text);
    const earlier = shard.get(text);
    if (earlier === undefined) {
      shard.set(text, number);
    }
    return earlier ?? number;
  }

  #shardOf(text: string): Map<string, number> {
    // Three characters tell ids apart well enough; long texts are not read to their end.
    const { length } = text;
    const hash =
      length +
      Math.imul(text.charCodeAt(length - 1), 31) +
      Math.imul(text.charCodeAt(length - 2), 37) +
      Math.imul(text.charCodeAt(length >>> 1), 41);
    const shard = this.#shards[(hash ^ (hash >>> 8)) & (shardCount - 1)];
    if (shard === undefined) {
      throw new Error('There is no such shard.');
    }
    return shard;
  }
}
