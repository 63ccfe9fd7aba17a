import type { Field, FieldType } from './fields.ts';
import {
  flagFrom,
  isBlank,
  isCount,
  isEmpty,
  isFields,
  isList,
  listFrom,
  objectFrom,
  readingFrom,
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
 * Reads fields by the table. An empty value makes way for the next spelling. A value of another type is read where it
 * still says something, and is an oddity in any case.
 */
export class FieldReader {
  /** Of all that was read since `begin`. */
  oddities: readonly Oddity[] = noOddities;
  /** What stands before the names in the paths of oddities, such as `policy.` */
  part = '';
  /** The list and the place in it that are being read. */
  #list = '';
  #index = -1;

  /** Begins another record: forgets the oddities of the one before. */
  begin(): void {
    this.oddities = noOddities;
    this.part = '';
  }

  /** The first spelling that says a text. */
  text(fields: Fields, { names }: Field, from = textFrom): string | undefined {
    for (const name of names) {
      const value = fields[name];
      if (typeof value === 'string' && value !== '') {
        return value;
      }
      const text = isEmpty(value) ? undefined : this.#odd(name, value, from(value));
      if (text !== undefined) {
        return text;
      }
    }
    return undefined;
  }

  /**
   * A time as it was sent, also one that cannot be read, which is for whoever reads its text to notice; as ISO 8601
   * where a number or something else says it.
   */
  time(fields: Fields, { names }: Field): string | undefined {
    let unread: string | undefined;
    for (const name of names) {
      const value = fields[name];
      if (typeof value === 'string' && value !== '' && (value.length === usualLength || !isCount(value))) {
        return value;
      }
      if (!isEmpty(value)) {
        const time = timeFrom(value);
        if (time !== undefined) {
          return this.#odd(name, value, time);
        }
        unread ??= sentText(value);
      }
    }
    return unread;
  }

  /** The first spelling that says yes or no. */
  flag(fields: Fields, { names }: Field): boolean | undefined {
    for (const name of names) {
      const value = fields[name];
      if (typeof value === 'boolean') {
        return value;
      }
      const flag = isEmpty(value) ? undefined : this.#odd(name, value, flagFrom(value));
      if (flag !== undefined) {
        return flag;
      }
    }
    return undefined;
  }

  /** The texts of the first spelling that has any. */
  texts(fields: Fields, { names }: Field): readonly string[] {
    for (const name of names) {
      const value = fields[name];
      const isPlain = isTexts(value);
      if (isPlain ? value.length > 0 : value !== undefined && !isEmpty(value)) {
        const texts = isPlain ? value : this.#listed(name, value);
        if (texts.length > 0) {
          return texts;
        }
      }
    }
    return noTexts;
  }

  /** One text by itself is a list of one. */
  #listed(name: string, value: unknown): readonly string[] {
    const items = listFrom(value).filter((item) => !isEmpty(item) && !isBlank(item));
    const texts = items.map(textFrom).filter((text) => text !== undefined);
    const isPlain = isList(value)
      ? value.every((item) => typeof item === 'string' || isEmpty(item))
      : texts.length === 1 && texts[0] === value;
    if (!isPlain) {
      this.#odd(name, value, texts.length === 0 ? undefined : texts.join(', '));
    }
    return texts;
  }

  /** An object; one without fields where there is none. */
  object(fields: Fields, { names: [name] }: Field): Fields {
    const value = fields[name];
    if (isFields(value) && value['M'] === undefined) {
      return value;
    }
    if (value === undefined || value === null || value === '') {
      return noFields;
    }
    // Some backends write an object without fields as an empty list.
    return this.#odd(name, value, isEmpty(value) ? noFields : objectFrom(value)) ?? noFields;
  }

  /** A number or a truth value, or as a text, as it was sent, what is neither. */
  reading(fields: Fields, { names, type }: Field): Reading | undefined {
    for (const name of names) {
      const value = fields[name];
      if (typeof value === 'number' || typeof value === 'boolean') {
        return isReading(value, type) ? value : this.#oddReading(name, value, type);
      }
      if (!isEmpty(value) && !isBlank(value)) {
        return this.#oddReading(name, value, type);
      }
    }
    return undefined;
  }

  /** Numbers and truth values that are no reading of this type stay what they are; all else is shown as it was sent. */
  #oddReading(name: string, value: unknown, type: FieldType): Reading | undefined {
    const reading = readingFrom(value);
    const read = type === 'truth' && (reading === 0 || reading === 1) ? reading === 1 : reading;
    if (read !== undefined && isReading(read, type)) {
      // The service documents thresholds as texts, too.
      return type === 'threshold' && typeof value === 'string' ? read : this.#odd(name, value, read);
    }
    this.#odd(name, value, undefined);
    return read === undefined || !Number.isFinite(Number(read)) ? sentText(value) : read;
  }

  /** The objects of a list; `read` is called for each while the paths name its place in it. */
  objects<T>(fields: Fields, { names: [name] }: Field, read: (item: Fields) => T): readonly T[] {
    const value = fields[name];
    if (value === undefined || isEmpty(value)) {
      return [];
    }
    const list = isList(value) ? value : this.#odd(name, value, listFrom(value));
    const items: T[] = [];
    this.#list = name;
    for (let index = 0; index < list.length; index++) {
      const item = list[index];
      const object = isFields(item) || isEmpty(item) ? item : this.#odd(`${name}[${index}]`, item, objectFrom(item));
      if (isFields(object)) {
        this.#index = index;
        items.push(read(object));
        this.#index = -1;
      }
    }
    return items;
  }

  #odd<T>(name: string, sent: unknown, read: T): T {
    const within = this.#index === -1 ? '' : `${this.#list}[${this.#index}].`;
    this.oddities = [...this.oddities, { path: `${this.part}${within}${name}`, sent, read }];
    return read;
  }
}

const noTexts: readonly string[] = [];
const noOddities: readonly Oddity[] = [];
const noFields: Fields = {};

/** The length of a time in the form that nearly all have: `2025-10-02T02:15:17.123Z`. */
const usualLength = 24;

function isTexts(value: unknown): value is readonly string[] {
  if (!isList(value)) {
    return false;
  }
  for (let index = 0; index < value.length; index++) {
    if (!isText(value[index])) {
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
