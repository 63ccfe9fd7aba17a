const shardBits = 6;

/** Slots of a new shard; always a power of two. */
const fewestSlots = 16;

/** So full, at most, may a shard be. */
const fullest = 0.7;

/**
 * Remembers which ids came, for a million and more, by fingerprints of 64 bits: 12 to 23 bytes an id, whatever its
 * length. An id that never came is taken for one that did with a chance of n / 2^64 when n came before: over a whole
 * export of a million ids that is 1 in 37 million, of ten million 1 in 370,000.
 */
export class Seen {
  readonly #shards = Array.from({ length: 1 << shardBits }, (): Shard => ({
    slots: new Uint32Array(2 * fewestSlots),
    count: 0,
  }));

  /** Remembers an id; false when it was there already. */
  add(id: string): boolean {
    const { shard, high, low } = this.#placeOf(id);
    return addTo(shard, high, low);
  }

  /** Whether an id was remembered. */
  has(id: string): boolean {
    const { shard, high, low } = this.#placeOf(id);
    return isTaken(shard.slots, slotOf(shard.slots, high, low));
  }

  #placeOf(id: string): { readonly shard: Shard; readonly high: number; readonly low: number } {
    const high = fingerprint(id, first);
    const low = fingerprint(id, second);
    // Small shards: one table of a million would stand still for 50 ms each time that it doubles.
    const shard = this.#shards[high >>> (32 - shardBits)];
    if (shard === undefined) {
      throw new Error('There is no such shard.');
    }
    // Zeros are what an empty slot holds.
    return { shard, high, low: high === 0 && low === 0 ? 1 : low };
  }
}

/** A flat table of fingerprints: two numbers of 32 bits a slot; the next slot when one is taken. */
interface Shard {
  slots: Uint32Array;
  count: number;
}

function addTo(shard: Shard, high: number, low: number): boolean {
  if (!put(shard.slots, high, low)) {
    return false;
  }
  shard.count++;
  if (shard.count > (shard.slots.length / 2) * fullest) {
    shard.slots = doubled(shard.slots);
  }
  return true;
}

function doubled(slots: Uint32Array): Uint32Array {
  const grown = new Uint32Array(2 * slots.length);
  for (let at = 0; at < slots.length; at += 2) {
    const high = slots[at] ?? 0;
    const low = slots[at + 1] ?? 0;
    if (high !== 0 || low !== 0) {
      put(grown, high, low);
    }
  }
  return grown;
}

/** False when it is there already. The table must have an empty slot. */
function put(slots: Uint32Array, high: number, low: number): boolean {
  const at = slotOf(slots, high, low);
  if (isTaken(slots, at)) {
    return false;
  }
  slots[at] = high;
  slots[at + 1] = low;
  return true;
}

function isTaken(slots: Uint32Array, at: number): boolean {
  return slots[at] !== 0 || slots[at + 1] !== 0;
}

/** The slot in which a fingerprint stands, or else the one in which it would. */
function slotOf(slots: Uint32Array, high: number, low: number): number {
  const mask = slots.length - 1;
  for (let at = (2 * low) & mask; ; at = (at + 2) & mask) {
    if (!isTaken(slots, at) || (slots[at] === high && slots[at + 1] === low)) {
      return at;
    }
  }
}

interface Mixing {
  readonly seed: number;
  readonly factors: readonly [number, number];
  readonly turns: readonly [number, number];
  readonly added: number;
}

// The numbers of MurmurHash3, for 32 bits and for 128: different in every step, so that texts which meet in one hash
// do not meet in the other.
const first: Mixing = { seed: 0x2545f491, factors: [0xcc9e2d51, 0x1b873593], turns: [15, 13], added: 0xe6546b64 };
const second: Mixing = { seed: 0x9e3779b9, factors: [0xab0e9789, 0x38b34ae5], turns: [16, 17], added: 0x0bcaa747 };

/** 32 bits of a text, each of its UTF-16 units mixed in. */
function fingerprint(text: string, { seed, factors: [before, after], turns: [turn, step], added }: Mixing): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) {
    const unit = Math.imul(text.charCodeAt(at), before);
    hash ^= Math.imul((unit << turn) | (unit >>> (32 - turn)), after);
    hash = (hash << step) | (hash >>> (32 - step));
    hash = Math.imul(hash, 5) + added;
  }
  hash ^= text.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
