import { isDeleted } from './record.ts';
import type { RecordAt } from './takenApart.ts';
import { isFields, type Fields } from './values.ts';
import type { Where } from './where.ts';

/** The readable records of a page, in the order received. Kept as parallel lists instead of one object per record. */
export class PageRecords {
  readonly ids: string[] = [];
  readonly #values: (Fields | RecordAt)[] = [];
  /** The indexes of the deleted records among those that are parsed whenever they are asked for. */
  readonly #deleted = new Set<number>();
  readonly #elements: number[] = [];
  /** -1 for a record that is the element itself. */
  readonly #positions: number[] = [];

  /** How many there are. */
  get length(): number {
    return this.ids.length;
  }

  /** Appends a record with its id. With `recordAt` it is not kept but parsed whenever it is asked for. */
  add(id: string, record: Fields, element: number, position = -1, recordAt?: RecordAt): void {
    if (recordAt !== undefined && isDeleted(record)) {
      this.#deleted.add(this.length);
    }
    this.ids.push(id);
    this.#values.push(recordAt ?? record);
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

  /** Whether the record at an index says that its data was deleted. */
  isDeleted(index: number): boolean {
    const value = this.#values[index];
    return isFields(value) ? isDeleted(value) : this.#deleted.has(index);
  }

  /** Where the record at an index stands in the answer. */
  where(index: number): Where {
    const position = this.#positions[index] ?? -1;
    return { element: this.#elements[index] ?? 0, position: position === -1 ? undefined : position };
  }
}

/**
 * Why a value in the place of a record is no record. `notJson` is a line of a file that is not JSON; its page holds the
 * line as a text.
 */
export type RecordProblem = 'noObject' | 'noId' | 'dataIsNoList' | 'notJson';

/** A record that was sent but cannot be read: where it stands, and why. */
export interface BrokenRecord extends Where {
  readonly problem: RecordProblem;
  /** Its line in the file, counted from 1. */
  readonly line?: number;
}
