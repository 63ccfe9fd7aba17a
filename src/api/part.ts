import { namesIn, type Field, type FieldType } from './fields.ts';
import type { Fields } from './values.ts';

/** The places of a field in `Part.values`: from `first` up to, not including, `end`, one for each spelling in order. */
export interface Spelled {
  readonly first: number;
  readonly end: number;
  readonly type: FieldType;
}

/** For how many fields of an object the place is remembered; the fields after them are looked up every time. */
const mostPlaces = 64;

/**
 * One part of a record, such as its policy. Takes an object and sorts its values by the spellings of the table. It goes
 * through the object's own names once, because asking for every spelling would take longer than all other work. The
 * parts of neighbouring records have the same names in the same order, so a name is looked up only where the object
 * before had another name in the same place.
 */
export class Part<Name extends string = string> {
  /** Every spelling of every field. `values` has, at the same index, the value in the object that was taken last. */
  readonly names: readonly string[];
  readonly values: unknown[];
  readonly fields: Readonly<Record<Name, Spelled>>;
  readonly #slots: ReadonlyMap<string, number>;
  readonly #placeNames: string[] = [];
  readonly #placeSlots: number[] = [];

  constructor(table: Readonly<Record<Name, Field>>) {
    this.names = Object.values<Field>(table).flatMap(({ names }) => names);
    this.values = this.names.map(() => undefined);
    this.#slots = new Map(this.names.map((name, slot) => [name, slot]));
    this.fields = places(table);
  }

  /** Takes the values of an object. */
  take(object: Fields): void {
    const { values } = this;
    for (let slot = 0; slot < values.length; slot++) {
      values[slot] = undefined;
    }
    let place = 0;
    // What JSON.parse has made inherits no field.
    for (const name in object) {
      const value = object[name];
      const slot = this.#placeNames[place] === name ? this.#placeSlots[place] : this.#slotOf(name, place);
      if (slot !== undefined && slot !== -1) {
        values[slot] = value;
      }
      place++;
    }
  }

  #slotOf(name: string, place: number): number {
    const slot = this.#slots.get(name) ?? -1;
    if (place < mostPlaces) {
      this.#placeNames[place] = name;
      this.#placeSlots[place] = slot;
    }
    return slot;
  }
}

function places<Name extends string>(table: Readonly<Record<Name, Field>>): Readonly<Record<Name, Spelled>> {
  const fields: Partial<Record<Name, Spelled>> = {};
  let first = 0;
  for (const name of namesIn(table)) {
    const { names, type } = table[name];
    const end = first + names.length;
    fields[name] = { first, end, type };
    first = end;
  }
  return whole(fields, table);
}

function whole<Name extends string>(
  fields: Partial<Record<Name, Spelled>>,
  table: Readonly<Record<Name, Field>>,
): Readonly<Record<Name, Spelled>> {
  const hasAll = (some: Partial<Record<Name, Spelled>>): some is Record<Name, Spelled> =>
    namesIn(table).every((name) => some[name] !== undefined);
  if (!hasAll(fields)) {
    throw new Error('A field of the table has no place.');
  }
  return fields;
}
