import type { RecordAt } from './takenApart.ts';
import { isFields, type Fields } from './values.ts';
import type { Where } from './where.ts';

/** The records of a page that can be read, in the order received: as lists side by side, not an object for each. */
export class PageRecords {
  readonly ids: string[] = [];
  readonly #values: (Fields | RecordAt)[] = [];
  readonly #elements: number[] = [];
  /** -1 for a record that is the element itself. */
  readonly #positions: number[] = [];

  /** How many there are. */
  get length(): number {
    return this.ids.length;
  }

  /** Appends a record with its id; of one that is to be parsed whenever it is asked for, the way to do that. */
  add(id: string, value: Fields | RecordAt, element: number, position = -1): void {
    this.ids.push(id);
    this.#values.push(value);
    this.#elements.push(element);
    this.#positions.push(position);
  }

  /** The record at an index, as parsed from JSON. */
  at(index: number): Fields {
    const value = this.#values[index];
    const record = typeof value === 'function' ? value(this.#positions[index] ?? -1) : value;
    if (!isFields(record)) {
      throw new Error('There is no record at this index.');
    }
    return record;
  }

  /** Where the record at an index stands in the answer. */
  where(index: number): Where {
    const position = this.#positions[index] ?? -1;
    return { element: this.#elements[index] ?? 0, position: position === -1 ? undefined : position };
  }
}

/** Why a value in the place of a record is none. */
export type RecordProblem = 'noObject' | 'noId' | 'dataIsNoList';

/** A record that was sent but cannot be read: where it stands, and why. */
export interface BrokenRecord extends Where {
  readonly problem: RecordProblem;
}
