import { createSha256, messageOf } from '../privacy/sha256.ts';

const shardBits = 8;

/** Words of 32 bits in a fingerprint. */
const wordCount = 4;

/** Fingerprints in a chunk. */
const chunkBits = 8;

const fewestSlots = 16;

/** So full, at most, may an index be; then it grows by this factor. */
const fullest = 0.8;
const growth = 1.5;

/** Longer texts are told apart by length no more. */
const longest = 255;

/**
 * Remembers a million ids and more by fingerprints, the first 128 bits of their SHA-256: 21 to 24 bytes an id, whatever its
 * length. Two different ids have the same fingerprint with a chance of 1 in 2^128: among ten million ids there are two such
 * with a chance of less than 1 in 10^24.
 */
export class IdSet {
  readonly #shards = Array.from({ length: 1 << shardBits }, (): Shard => ({
    chunks: [],
    count: 0,
    index: new Uint32Array(fewestSlots),
  }));
  readonly #hash = createSha256();
  /** 1 for each length of an id that is here: most texts that are looked for have another, and are not hashed. */
  readonly #lengths = new Uint8Array(longest + 1);

  /** Remembers an id; false when it was there already. */
  add(id: string): boolean {
    const print = this.#hash(messageOf(id));
    const shard = this.#shardOf(print);
    const slot = slotOf(shard, print);
    if (shard.index[slot] !== 0) {
      return false;
    }
    this.#lengths[Math.min(id.length, longest)] = 1;
    append(shard, print);
    shard.index[slot] = shard.count;
    if (shard.count > shard.index.length * fullest) {
      shard.index = grownIndex(shard);
    }
    return true;
  }

  /** Whether an id was remembered. */
  has(id: string): boolean {
    if (this.#lengths[Math.min(id.length, longest)] === 0) {
      return false;
    }
    const print = this.#hash(messageOf(id));
    const shard = this.#shardOf(print);
    return shard.index[slotOf(shard, print)] !== 0;
  }

  /** Small shards: the index of a million ids would stand still for 50 ms each time that it grows. */
  #shardOf(print: Int32Array): Shard {
    const shard = this.#shards[(print[0] ?? 0) >>> (32 - shardBits)];
    if (shard === undefined) {
      throw new Error('There is no such shard.');
    }
    return shard;
  }
}

/** Fingerprints in the order in which they came, and a hash table of their numbers, from 1 on; 0 is an empty slot. */
interface Shard {
  readonly chunks: Int32Array[];
  count: number;
  index: Uint32Array;
}

function append(shard: Shard, print: Int32Array): void {
  const place = shard.count % (1 << chunkBits);
  if (place === 0) {
    shard.chunks.push(new Int32Array(wordCount << chunkBits));
  }
  shard.chunks.at(-1)?.set(print.subarray(0, wordCount), wordCount * place);
  shard.count++;
}

function grownIndex(shard: Shard): Uint32Array {
  const index = new Uint32Array(Math.ceil(shard.index.length * growth));
  for (let number = 1; number <= shard.count; number++) {
    let slot = firstSlot(index, wordOf(shard, number, 1));
    while (index[slot] !== 0) {
      slot = slot + 1 === index.length ? 0 : slot + 1;
    }
    index[slot] = number;
  }
  return index;
}

/** The slot in which the number of a fingerprint stands, or else the one in which it would. */
function slotOf(shard: Shard, print: Int32Array): number {
  const { index } = shard;
  let slot = firstSlot(index, print[1] ?? 0);
  for (let number = index[slot] ?? 0; number !== 0 && !holds(shard, number, print); number = index[slot] ?? 0) {
    slot = slot + 1 === index.length ? 0 : slot + 1;
  }
  return slot;
}

function firstSlot(index: Uint32Array, word: number): number {
  return Math.floor(((word >>> 0) / 2 ** 32) * index.length);
}

function holds(shard: Shard, number: number, print: Int32Array): boolean {
  for (let word = 0; word < wordCount; word++) {
    if (wordOf(shard, number, word) !== print[word]) {
      return false;
    }
  }
  return true;
}

function wordOf({ chunks }: Shard, number: number, word: number): number {
  const place = (number - 1) % (1 << chunkBits);
  return chunks[(number - 1) >>> chunkBits]?.[wordCount * place + word] ?? 0;
}
