/** A hash table with open addressing. Each slot holds a hash and a number plus one; 0 marks an empty slot. */
export class HashTable {
  /** How many numbers there are. */
  count = 0;
  #slots: Uint32Array;

  constructor(size = 16) {
    this.#slots = new Uint32Array(2 * size);
  }

  /** How many slots there are, which is a power of 2. */
  get #size(): number {
    return this.#slots.length / 2;
  }

  /** The slot in which the search for a hash begins. */
  firstSlot(hash: number): number {
    return hash & (this.#size - 1);
  }

  /** The slot that is looked at after one that holds something else. */
  slotAfter(slot: number): number {
    return (slot + 1) & (this.#size - 1);
  }

  /** The hash in a slot that is not empty. */
  hashAt(slot: number): number {
    return this.#slots[2 * slot] ?? 0;
  }

  /** The number in a slot; undefined for an empty one. */
  numberAt(slot: number): number | undefined {
    const number = this.#slots[2 * slot + 1] ?? 0;
    return number === 0 ? undefined : number - 1;
  }

  /** Adds all numbers to the tables of their hashes. */
  addTo(tableOf: (hash: number) => HashTable): void {
    for (let slot = 0; slot < this.#size; slot++) {
      const number = this.numberAt(slot);
      if (number !== undefined) {
        const hash = this.hashAt(slot);
        const table = tableOf(hash);
        table.put(table.emptySlot(hash), hash, number);
      }
    }
  }

  /** The slot for a hash whose text is not in the table yet. */
  emptySlot(hash: number): number {
    let slot = this.firstSlot(hash);
    while (this.numberAt(slot) !== undefined) {
      slot = this.slotAfter(slot);
    }
    return slot;
  }

  /** Puts a number into the slot of its text. */
  put(slot: number, hash: number, number: number): void {
    this.count += this.numberAt(slot) === undefined ? 1 : 0;
    this.#slots[2 * slot] = hash;
    this.#slots[2 * slot + 1] = number + 1;
    if (this.count > this.#size * fullest) {
      this.#grow();
    }
  }

  // Written out, because calling other methods takes twice as long, and all numbers move each time a table grows.
  #grow(): void {
    const before = this.#slots;
    const slots = new Uint32Array(2 * before.length);
    const last = slots.length - 2;
    for (let from = 0; from < before.length; from += 2) {
      const number = before[from + 1] ?? 0;
      if (number !== 0) {
        const hash = before[from] ?? 0;
        let to = (2 * hash) & last;
        while (slots[to + 1] !== 0) {
          to = (to + 2) & last;
        }
        slots[to] = hash;
        slots[to + 1] = number;
      }
    }
    this.#slots = slots;
  }
}

/** So full, at most, may a table be. */
const fullest = 0.75;
