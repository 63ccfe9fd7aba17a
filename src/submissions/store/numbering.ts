/** Above so many texts they are divided among several maps: one of a million stands still for 50 ms when it grows. */
const mostInOneMap = 8192;

const shardCount = 256;

/** Numbers by text, for a million texts and more. */
export class Numbering {
  #shards: readonly Map<string, number>[] = [new Map()];

  /** The number of a text, if it has one. */
  get(text: string): number | undefined {
    return this.#shardOf(text).get(text);
  }

  /** Gives a text a number in any case. */
  set(text: string, number: number): void {
    this.#add(this.#shardOf(text), text, number);
  }

  /** The number of a text; one that has none gets this one. */
  numberOrAdd(text: string, number: number): number {
    const shard = this.#shardOf(text);
    const earlier = shard.get(text);
    if (earlier !== undefined) {
      return earlier;
    }
    this.#add(shard, text, number);
    return number;
  }

  #add(shard: Map<string, number>, text: string, number: number): void {
    shard.set(text, number);
    if (shard.size > mostInOneMap && this.#shards.length === 1) {
      this.#shards = Array.from({ length: shardCount }, () => new Map<string, number>());
      for (const [one, itsNumber] of shard) {
        this.#shardOf(one).set(one, itsNumber);
      }
    }
  }

  #shardOf(text: string): Map<string, number> {
    // Three characters tell ids apart well enough; long texts are not read to their end.
    const { length } = text;
    const hash =
      length +
      Math.imul(text.charCodeAt(length - 1), 31) +
      Math.imul(text.charCodeAt(length - 2), 37) +
      Math.imul(text.charCodeAt(length >>> 1), 41);
    const shard = this.#shards[(hash ^ (hash >>> 8)) & (this.#shards.length - 1)];
    if (shard === undefined) {
      throw new Error('There is no such shard.');
    }
    return shard;
  }
}
