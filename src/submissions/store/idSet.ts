const shardBits = 6;

/** Slots of a new shard; always a power of two. */
const fewestSlots = 16;

/** So full, at most, may a shard be. */
const fullest = 0.7;

/** Words of 32 bits in a slot. */
const wordCount = 4;

/**
 * Remembers a million ids and more by fingerprints of 128 bits: 23 to 46 bytes an id, whatever its length. Two different
 * ids have the same fingerprint with a chance of 1 in 2^128: among ten million ids there are two such with a chance of
 * less than 1 in 10^24.
 */
export class IdSet {
  readonly #shards = Array.from({ length: 1 << shardBits }, (): Shard => ({
    slots: new Uint32Array(wordCount * fewestSlots),
    count: 0,
  }));
  readonly #print = new Uint32Array(wordCount);

  /** Remembers an id; false when it was there already. */
  add(id: string): boolean {
    const shard = this.#shardOf(id);
    if (!put(shard.slots, this.#print)) {
      return false;
    }
    shard.count++;
    if (shard.count > (shard.slots.length / wordCount) * fullest) {
      shard.slots = doubled(shard.slots);
    }
    return true;
  }

  /** Whether an id was remembered. */
  has(id: string): boolean {
    const { slots } = this.#shardOf(id);
    return isTaken(slots, slotOf(slots, this.#print));
  }

  /** The shard of an id, whose fingerprint stands in `#print` afterwards. */
  #shardOf(id: string): Shard {
    writeFingerprint(id, this.#print);
    // Small shards: one table of a million would stand still for 50 ms each time that it doubles.
    const shard = this.#shards[(this.#print[0] ?? 0) >>> (32 - shardBits)];
    if (shard === undefined) {
      throw new Error('There is no such shard.');
    }
    return shard;
  }
}

/** A flat table of fingerprints, four words a slot; the next slot when one is taken. */
interface Shard {
  slots: Uint32Array;
  count: number;
}

function doubled(slots: Uint32Array): Uint32Array {
  const grown = new Uint32Array(2 * slots.length);
  for (let at = 0; at < slots.length; at += wordCount) {
    if (isTaken(slots, at)) {
      put(grown, slots.subarray(at, at + wordCount));
    }
  }
  return grown;
}

/** False when it is there already. The table must have an empty slot. */
function put(slots: Uint32Array, print: Uint32Array): boolean {
  const at = slotOf(slots, print);
  if (isTaken(slots, at)) {
    return false;
  }
  slots.set(print, at);
  return true;
}

/** The first word is never 0, which is what an empty slot holds. */
function isTaken(slots: Uint32Array, at: number): boolean {
  return slots[at] !== 0;
}

/** The slot in which a fingerprint stands, or else the one in which it would. */
function slotOf(slots: Uint32Array, print: Uint32Array): number {
  const mask = slots.length - 1;
  for (let at = (wordCount * (print[1] ?? 0)) & mask; ; at = (at + wordCount) & mask) {
    if (!isTaken(slots, at) || holds(slots, at, print)) {
      return at;
    }
  }
}

function holds(slots: Uint32Array, at: number, print: Uint32Array): boolean {
  return (
    slots[at] === print[0] && slots[at + 1] === print[1] && slots[at + 2] === print[2] && slots[at + 3] === print[3]
  );
}

/** Where each of the four words begins, and an odd factor for each: all different, so that no two words go together. */
const seeds = [0x2545f491, 0x9e3779b9, 0x7f4a7c15, 0x6c62272e] as const;
const factors = [0xcc9e2d51, 0xab0e9789, 0x38b34ae5, 0xa1e38b93] as const;

/** Mixes each UTF-16 unit of a text into four words, each of which also takes in the one before it. */
function writeFingerprint(text: string, print: Uint32Array): void {
  let [a, b, c, d]: readonly [number, number, number, number] = seeds;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at) + 1;
    a = turned(Math.imul(a ^ unit, factors[0]) + d, 15);
    b = turned(Math.imul(b ^ unit, factors[1]) + a, 13);
    c = turned(Math.imul(c ^ unit, factors[2]) + b, 17);
    d = turned(Math.imul(d ^ unit, factors[3]) + c, 11);
  }
  print[0] = finished(a ^ text.length) || 1;
  print[1] = finished(b + print[0]);
  print[2] = finished(c + print[1]);
  print[3] = finished(d + print[2]);
}

function turned(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** Lets each bit of a word change half of the others. */
function finished(word: number): number {
  const once = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}
