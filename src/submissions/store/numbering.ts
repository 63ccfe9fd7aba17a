import { HashTable } from './hashTable.ts';
import { hashOf } from './textHash.ts';

/** More texts are divided among several tables: one table of a million holds the thread for 50 ms when it grows. */
const mostInOneTable = 8192;

const tableBits = 8;

/**
 * Numbers by text, for a million texts and more, in 10 to 20 bytes each, because it keeps no text. `isText` tells
 * whether a number belongs to a text. It must know each number from the next call on after the number was given.
 */
export class Numbering {
  readonly #isText: (number: number, text: string) => boolean;
  /** Nobody can choose texts that all fall into one slot. */
  readonly #seed = Math.floor(Math.random() * 2 ** 30);
  #tables: readonly HashTable[] = [new HashTable()];

  constructor(isText: (number: number, text: string) => boolean) {
    this.#isText = isText;
  }

  /** The number of a text, if it has one. */
  get(text: string): number | undefined {
    const hash = hashOf(text, this.#seed);
    const table = this.#tableOf(hash);
    return table.numberAt(this.#slotOf(table, hash, text));
  }

  /** Gives a text this number, even if it has another one. */
  set(text: string, number: number): void {
    const hash = hashOf(text, this.#seed);
    const table = this.#tableOf(hash);
    this.#put(table, this.#slotOf(table, hash, text), hash, number);
  }

  /** The number of a text; one that has none gets this one. */
  numberOrAdd(text: string, number: number): number {
    const hash = hashOf(text, this.#seed);
    const table = this.#tableOf(hash);
    const slot = this.#slotOf(table, hash, text);
    const earlier = table.numberAt(slot);
    if (earlier === undefined) {
      this.#put(table, slot, hash, number);
    }
    return earlier ?? number;
  }

  /** The slot of a text, or else the empty one in which it would be. */
  #slotOf(table: HashTable, hash: number, text: string): number {
    let slot = table.firstSlot(hash);
    for (let number = table.numberAt(slot); number !== undefined; number = table.numberAt(slot)) {
      if (table.hashAt(slot) === hash && this.#isText(number, text)) {
        break;
      }
      slot = table.slotAfter(slot);
    }
    return slot;
  }

  #put(table: HashTable, slot: number, hash: number, number: number): void {
    table.put(slot, hash, number);
    if (table.count > mostInOneTable && this.#tables.length === 1) {
      this.#tables = Array.from({ length: 1 << tableBits }, () => new HashTable());
      table.addTo((itsHash) => this.#tableOf(itsHash));
    }
  }

  #tableOf(hash: number): HashTable {
    const table = this.#tables[this.#tables.length === 1 ? 0 : hash >>> (30 - tableBits)];
    if (table === undefined) {
      throw new Error('There is no such table.');
    }
    return table;
  }
}
