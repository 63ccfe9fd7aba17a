import {
  keptOfDeleted,
  knownFields,
  recordFields,
  resultFields,
  thresholdFields,
  type Field,
  type FieldType,
} from '../../api/fields.ts';
import { FieldReader } from '../../api/fieldReader.ts';
import { isDeleted } from '../../api/record.ts';
import {
  flagFrom,
  idFrom,
  isEmpty,
  isFields,
  objectFrom,
  saidIn,
  sentText,
  unwrapped,
  type Fields,
} from '../../api/values.ts';
import { withLongDigits } from '../../json/longDigits.ts';
import { idNames } from './idNames.ts';
import { IdSearch, ownIds, type OwnIds } from './idSearch.ts';
import { isFoundWithin } from './knownIds.ts';
import { longestEncoded, shortWithAliases, type Alias } from './mask.ts';

/** A value without parts. */
export type Plain = string | number | boolean | null;

/** What a field of a redacted record can hold. */
export type RedactedValue = Plain | readonly string[] | Readonly<Record<string, Plain>>;

/** A record that may leave the machine. */
export type RedactedRecord = Readonly<Record<string, RedactedValue>>;

const commentNames = new Set<string>(recordFields.comments.names);
const partNames = new Map([
  ['policy', new Set(knownFields.policy)],
  ['result', new Set(knownFields.result)],
]);
const types = new Map<string, FieldType>([
  ...typesByName(recordFields),
  ...typesByName(thresholdFields),
  ...typesByName(resultFields),
]);

const timeFields: readonly Field[] = [recordFields.created, recordFields.deletedAt];

/** Signals follow a person second by second: they stay here. */
const keptNames = new Set(knownFields.record.filter((name) => name !== recordFields.signals.names[0]));

/** In characters, of the comments under one name: to look for ids in more holds the thread for too long. */
const mostComments = 16_384;

/** The same for any other name. A cut leaves out as many characters more as an id can take. */
const mostText = 2 * longestEncoded;

/**
 * Reduces a record, as parsed from JSON, to what may leave the machine: known fields with the values that are read from
 * them, in the order and spelling in which they were sent, without signals. Of a deleted record, only what deletion
 * keeps stays. Anything but an object gives an empty record. Aliases replace the record's ids wherever they occur.
 * Texts such as comments may name other submissions, so ids that `ids` knows are replaced too. A text that is too long
 * is cut. `json` gives the record as received. It is called only if the record holds a number with more digits than a
 * number can hold.
 */
export function redactedRecord(
  raw: unknown,
  alias: Alias,
  ids = new IdSearch(() => false),
  json?: () => string,
): RedactedRecord {
  if (!isFields(raw)) {
    return {};
  }
  const redaction = new Redaction(raw, alias, ids);
  const redacted = redaction.record(isDeleted(raw) ? keptOfDeleted : keptNames);
  return redaction.hasLongNumber && json !== undefined ? redactedRecord(exactlyParsed(json()), alias, ids) : redacted;
}

/** Parses JSON. A whole or too large number that a number cannot hold becomes the text of its digits. */
function exactlyParsed(json: string): unknown {
  return JSON.parse(withLongDigits(json, (digits) => isLong(Number(digits))));
}

/** The redaction of one record. */
class Redaction {
  hasLongNumber = false;
  readonly #raw: Fields;
  readonly #alias: Alias;
  readonly #ids: IdSearch;
  readonly #own: OwnIds;
  /** How many more characters may be kept under the current name. */
  #textLeft = 0;

  constructor(raw: Fields, alias: Alias, ids: IdSearch) {
    this.#raw = raw;
    this.#alias = alias;
    this.#ids = ids;
    const own: string[] = [];
    for (const name of idNames) {
      const id = this.#ownId(raw[name]);
      if (id !== undefined && !own.includes(id)) {
        own.push(id);
      }
    }
    this.#own = ownIds(own);
  }

  record(names: ReadonlySet<string>): RedactedRecord {
    return keptIn(this.#raw, names, (value, name) => this.#value(value, name));
  }

  #value(value: unknown, name: string): RedactedValue | undefined {
    if (value === null) {
      return null;
    }
    const part = partNames.get(name);
    if (part !== undefined) {
      const object = objectFrom(value);
      return object && keptIn(object, part, (one, inner) => this.#plain(one, inner));
    }
    if (idNames.has(name)) {
      // An id of any type gets an alias. A value that says no id has no alias, so it is dropped.
      const id = this.#ownId(value);
      return id === undefined ? (value === '' ? '' : undefined) : this.#alias(id);
    }
    if (typeof value !== 'string' && types.get(name) === 'texts') {
      const texts = this.#texts(saidIn(value), name);
      return texts.length > 0 || Array.isArray(value) ? texts : undefined;
    }
    return this.#isPassedOver(value, name) ? {} : this.#plain(value, name);
  }

  /**
   * Whether the reader passes over a list or an object in the place of a time and reads another spelling. Such a value
   * must not become a text here, because any text in the place of a time is read.
   */
  #isPassedOver(value: unknown, name: string): boolean {
    const inner = unwrapped(value);
    const hasParts = typeof inner === 'object' && inner !== null && !isEmpty(inner);
    const field = hasParts ? timeFields.find(({ names }) => names.includes(name)) : undefined;
    return field !== undefined && timeIn(this.#raw, field) !== sentText(value);
  }

  #texts(list: readonly string[], name: string): readonly string[] {
    this.#begin(name);
    const texts: string[] = [];
    for (const text of list) {
      texts.push(this.#text(text));
      if (this.#textLeft < 0) {
        break;
      }
    }
    return texts;
  }

  #plain(value: unknown, name: string): Plain | undefined {
    this.#begin(name);
    const inner = unwrapped(value);
    switch (typeof inner) {
      case 'string':
        return this.#text(inner);
      case 'number':
        return this.#number(inner);
      case 'boolean':
        return inner;
      default:
        return inner === null ? null : this.#unread(value, name);
    }
  }

  /**
   * The reader also reads a list or an object in the place of one value: as a flag that is set, or as the text that was
   * sent. Nobody knows whose words the texts in it are, so they do not leave the machine.
   */
  #unread(value: unknown, name: string): Plain | undefined {
    const type = types.get(name);
    if (isEmpty(value) || type === 'text') {
      return undefined;
    }
    if (type === 'flag') {
      return flagFrom(value);
    }
    const text = sentText(value);
    if (text.includes('"')) {
      return '…';
    }
    // The text may hold a number that lost digits.
    this.hasLongNumber ||= /\d{16}|e\+/.test(text);
    return this.#text(text);
  }

  #number(value: number): Plain {
    this.#note(value);
    const text = String(value);
    // A short number is as likely a score.
    const isOne = isFoundWithin(text) && (this.#isOwn(text) || this.#ids.isId(text));
    return isOne ? this.#alias(text) : value;
  }

  #text(text: string): string {
    if (text !== '' && this.#isOwn(text)) {
      return this.#alias(text);
    }
    // Most texts of a record are times. A time holds no id, but the whole text may be one.
    if (isUsualTime(text) && !this.#ids.isId(text)) {
      return text;
    }
    const most = this.#textLeft;
    this.#textLeft -= text.length;
    return shortWithAliases(text, Math.max(0, most), (part) => this.#ids.idsIn(part, this.#own), this.#alias);
  }

  #begin(name: string): void {
    this.#textLeft = commentNames.has(name) ? mostComments : mostText;
  }

  #isOwn(text: string): boolean {
    return this.#own.some(({ id }) => id === text);
  }

  /** The reader takes an id from a number, a list or a typed form too, so this id may stand elsewhere in the record. */
  #ownId(value: unknown): string | undefined {
    const inner = typeof value === 'string' ? value : unwrapped(value);
    this.#note(inner);
    return idFrom(inner);
  }

  #note(value: unknown): void {
    this.hasLongNumber ||= typeof value === 'number' && isLong(value);
  }
}

/** Whether a number may have lost digits, or is none that JSON can write: 1e400 is read as infinite. */
function isLong(value: number): boolean {
  return !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value));
}

/** `2025-10-02T02:15:17.123Z` */
function isUsualTime(text: string): boolean {
  return text.length === 24 && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text);
}

/** A time as the reader takes it from a record. */
function timeIn(record: Fields, field: Field): string | undefined {
  const reader = new FieldReader({ field });
  reader.take(record);
  return reader.time(reader.fields.field);
}

function typesByName(fields: Readonly<Record<string, Field>>): readonly (readonly [string, FieldType])[] {
  return Object.values(fields).flatMap(({ names, type }) => names.map((name) => [name, type] as const));
}

function keptIn<T>(
  fields: Fields,
  names: ReadonlySet<string>,
  read: (value: unknown, name: string) => T | undefined,
): Readonly<Record<string, T>> {
  const kept: Record<string, T> = {};
  for (const name of Object.keys(fields)) {
    const value = names.has(name) ? read(fields[name], name) : undefined;
    if (value !== undefined) {
      kept[name] = value;
    }
  }
  return kept;
}
