import type { FieldType } from './fields.ts';
import { Part, type Spelled } from './part.ts';
import { timeOf } from './timeReading.ts';
import {
  flagFrom,
  isBlank,
  isCount,
  isEmpty,
  isFields,
  isList,
  isNothing,
  listFrom,
  objectFrom,
  readingFrom,
  saidFrom,
  saidIn,
  sentText,
  textFrom,
  timeFrom,
  type Fields,
} from './values.ts';

/** A threshold or a score (0..100). A value that is neither a number nor a truth value is text, as it was sent. */
export type Reading = number | boolean | string;

/**
 * A value that is not of its field's type: its path, the value as sent, and the value as it is read. `read` is
 * undefined where nothing can be read.
 */
export interface Oddity {
  readonly path: string;
  readonly sent: unknown;
  readonly read: unknown;
}

/**
 * Reads the fields of the object that was last passed to `take`, as the table of fields describes them. Where the value
 * of one spelling is empty, the next spelling is tried. A value of another type is read if possible, and is noted as an
 * oddity, with a few exceptions such as a threshold that was sent as a text.
 */
export class FieldReader<Name extends string> extends Part<Name> {
  #oddities: Oddity[] = [];

  /** The oddities found since the last call of `take`. */
  get oddities(): readonly Oddity[] {
    return this.#oddities;
  }

  override take(object: Fields): void {
    super.take(object);
    if (this.#oddities.length > 0) {
      this.#oddities = [];
    }
  }

  /** The first spelling that says a text. */
  text({ first, end }: Spelled, from = saidFrom): string | undefined {
    for (let slot = first; slot < end; slot++) {
      const value = this.values[slot];
      if (isText(value) && !isNothing(value)) {
        return value;
      }
      const text = isEmpty(value) ? undefined : from(value);
      if (text !== value && !isEmpty(value)) {
        this.#odd(slot, value, text);
      }
      if (text !== undefined) {
        return text;
      }
    }
    return undefined;
  }

  /**
   * The first spelling that can be read as a time; else the first that is not empty, and the caller must notice that
   * its text is no time. A text is returned as sent, a count since 1970 as ISO 8601.
   */
  time({ first, end }: Spelled): string | undefined {
    const given = this.#given(first, end);
    if (given === end) {
      return undefined;
    }
    // Check whether the value is a time only where another spelling could be used instead.
    const slot = this.#given(given + 1, end) === end ? given : this.#slotOfTime(given, end);
    const value = this.values[slot];
    if (typeof value === 'string' && (value.length === usualLength || !isCount(value))) {
      return value;
    }
    const time = timeFrom(value);
    return time === undefined ? sentText(value) : this.#odd(slot, value, time);
  }

  /** The first spelling from `slot` on that is neither empty nor blank; `end` for none. */
  #given(slot: number, end: number): number {
    let at = slot;
    while (at < end && (isEmpty(this.values[at]) || isBlank(this.values[at]))) {
      at++;
    }
    return at;
  }

  /** The first spelling that can be read as a time; `given` where none can. The values passed over are oddities. */
  #slotOfTime(given: number, end: number): number {
    let slot = given;
    while (slot < end && !isTime(this.values[slot])) {
      slot = this.#given(slot + 1, end);
    }
    if (slot === end) {
      return given;
    }
    for (let passed = given; passed < slot; passed = this.#given(passed + 1, end)) {
      this.#odd(passed, this.values[passed], undefined);
    }
    return slot;
  }

  /** The first spelling that says yes or no. */
  flag({ first, end }: Spelled): boolean | undefined {
    for (let slot = first; slot < end; slot++) {
      const value = this.values[slot];
      if (typeof value === 'boolean') {
        return value;
      }
      const flag = isEmpty(value) ? undefined : this.#odd(slot, value, flagFrom(value));
      if (flag !== undefined) {
        return flag;
      }
    }
    return undefined;
  }

  /** The texts of the first spelling that has any. */
  texts({ first, end }: Spelled): readonly string[] {
    for (let slot = first; slot < end; slot++) {
      const value = this.values[slot];
      const isPlain = isTexts(value);
      if (isPlain ? value.length > 0 : value !== undefined && !isEmpty(value)) {
        const texts = isPlain ? value : this.#listed(slot, value);
        if (texts.length > 0) {
          return texts;
        }
      }
    }
    return noTexts;
  }

  /** One text by itself is a list of one. */
  #listed(slot: number, value: unknown): readonly string[] {
    const texts = saidIn(value);
    const isPlain = isList(value)
      ? value.every((item) => isEmpty(item) || isBlank(item) || (typeof item === 'string' && !isNothing(item)))
      : texts.length === 1 && texts[0] === value;
    if (!isPlain) {
      this.#odd(slot, value, texts.length === 0 ? undefined : texts.join(', '));
    }
    return texts;
  }

  /** The object in a field; an object without fields where the field has none. */
  object({ first }: Spelled): Fields {
    const value = this.values[first];
    if (isFields(value) && value['M'] === undefined) {
      return value;
    }
    if (value === undefined || value === null || value === '') {
      return noFields;
    }
    // Some backends write an object without fields as an empty list.
    return this.#odd(first, value, isEmpty(value) ? noFields : objectFrom(value)) ?? noFields;
  }

  /**
   * The first spelling with a reading of the field's type. Where there is none, the first value that is not empty: a
   * number or truth value as it is, anything else as the text that was sent.
   */
  reading({ first, end, type }: Spelled): Reading | undefined {
    let unread: Reading | undefined;
    for (let slot = first; slot < end; slot++) {
      const value = this.values[slot];
      if ((typeof value === 'number' || typeof value === 'boolean') && isReading(value, type)) {
        return value;
      }
      if (!isEmpty(value) && !isBlank(value)) {
        const reading = this.#oddReading(slot, value, type);
        if (typeof reading !== 'string' && isReading(reading, type)) {
          return reading;
        }
        unread ??= reading;
      }
    }
    return unread;
  }

  /**
   * A number or truth value of the wrong type for the field stays as it is; anything else is the text that was sent.
   */
  #oddReading(slot: number, value: unknown, type: FieldType): Reading {
    const read = readingOf(value, type);
    if (read !== undefined) {
      // The service documents thresholds as texts, too.
      return type === 'threshold' && typeof value === 'string' ? read : this.#odd(slot, value, read);
    }
    this.#odd(slot, value, undefined);
    const other = readingFrom(value);
    return other === undefined || !Number.isFinite(Number(other)) ? (textFrom(value) ?? sentText(value)) : other;
  }

  /** The items of a list. An item that cannot be read as an object is undefined, or the empty value that was sent. */
  objects({ first }: Spelled): readonly unknown[] {
    const value = this.values[first];
    if (value === undefined || isEmpty(value)) {
      return noItems;
    }
    const list = isList(value) ? value : this.#odd(first, value, listFrom(value));
    return list.every(isFields)
      ? list
      : list.map((item, index) =>
          isFields(item) || isEmpty(item) ? item : this.#odd(first, item, objectFrom(item), `[${index}]`),
        );
  }

  #odd<T>(slot: number, sent: unknown, read: T, within = ''): T {
    this.#oddities.push({ path: `${this.names[slot] ?? ''}${within}`, sent, read });
    return read;
  }
}

const noTexts: readonly string[] = [];
const noItems: readonly Fields[] = [];
const noFields: Fields = {};

/** The length of a time in the form that nearly all have: `2025-10-02T02:15:17.123Z`. */
const usualLength = 24;

/** A value as a reading of this type; undefined where it cannot be read as one. */
export function readingOf(value: unknown, type: FieldType): number | boolean | undefined {
  const reading = readingFrom(value);
  const read = type === 'truth' && (reading === 0 || reading === 1) ? reading === 1 : reading;
  return read !== undefined && isReading(read, type) ? read : undefined;
}

/** Whether a value says a time that can be read. */
export function isTime(value: unknown): boolean {
  return timeOf(timeFrom(value)) !== undefined;
}

function isTexts(value: unknown): value is readonly string[] {
  if (!isList(value)) {
    return false;
  }
  for (let index = 0; index < value.length; index++) {
    const item: unknown = value[index];
    if (!isText(item) || isNothing(item)) {
      return false;
    }
  }
  return true;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && !isBlank(value);
}

function isReading(value: number | boolean, type: FieldType): boolean {
  switch (type) {
    case 'score':
      return typeof value === 'number' && Number.isFinite(value);
    case 'truth':
      return typeof value === 'boolean';
    default:
      return typeof value === 'boolean' || Number.isFinite(value);
  }
}
