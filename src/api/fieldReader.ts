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

/** A threshold or a score: scores are 0..100; text, as it was sent, is what is neither a number nor a truth value. */
export type Reading = number | boolean | string;

/** A value that is not of its field's type: where it stands, and as what it is read; undefined for as nothing. */
export interface Oddity {
  readonly path: string;
  readonly sent: unknown;
  readonly read: unknown;
}

/**
 * Reads the fields of the object that was taken last, by the table. An empty value makes way for the next spelling. A
 * value of another type is read where it still says something, and is an oddity in any case.
 */
export class FieldReader<Name extends string> extends Part<Name> {
  #oddities: Oddity[] = [];

  /** Of what was read since the object was taken. */
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
   * The first spelling that says a time, else the first that says anything, which is for whoever reads its text to
   * notice. As it was sent; as ISO 8601 where a number or something else says it.
   */
  time({ first, end }: Spelled): string | undefined {
    const given = this.#given(first, end);
    if (given === end) {
      return undefined;
    }
    // Whether it can be read matters only where there is another one.
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

  /** The first spelling that says a time, else the first text, else `given`. The spellings before it are odd. */
  #slotOfTime(given: number, end: number): number {
    const slot = this.#slotOf(isTime, given, end) ?? this.#slotOf(isText, given, end) ?? given;
    for (let passed = given; passed < slot; passed = this.#given(passed + 1, end)) {
      this.#odd(passed, this.values[passed], undefined);
    }
    return slot;
  }

  #slotOf(accepts: (value: unknown) => boolean, first: number, end: number): number | undefined {
    for (let slot = first; slot < end; slot++) {
      if (accepts(this.values[slot])) {
        return slot;
      }
    }
    return undefined;
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

  /** An object; one without fields where there is none. */
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

  /** The first spelling that says a number or a truth value; else as a text, as it was sent, the first that says neither. */
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

  /** Numbers and truth values that are no reading of this type stay what they are; all else is shown as it was sent. */
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

  /** The items of a list: objects, and whatever says none. */
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

/** The reading of a type that a value says; undefined where it says none. */
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
