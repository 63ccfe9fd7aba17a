import { keptOfDeleted, knownFields, recordFields } from '../../api/fields.ts';
import { isDeleted } from '../../api/record.ts';
import { isFields, textFrom, unwrapped } from '../../api/values.ts';
import { tokensIn } from '../../json/tokens.ts';
import { createOwnFinder, isFoundWithin, knownIdsIn, wholly, withAliases, type Alias, type IdInText } from './mask.ts';

/** What stands for an id. */
export type { Alias } from './mask.ts';

/** A value without parts. */
export type Plain = string | number | boolean | null;

/** What a field of a redacted record can hold. */
export type RedactedValue = Plain | readonly string[] | Readonly<Record<string, Plain>>;

/** A record that may leave the machine. */
export type RedactedRecord = Readonly<Record<string, RedactedValue>>;

type Fields = ReadonlyMap<string, unknown>;

const idNames = new Set<string>([recordFields.id, recordFields.kycId].flatMap(({ names }) => names));
const listNames = new Set<string>(
  Object.values(recordFields).flatMap(({ names, type }) => (type === 'texts' ? names : [])),
);
const partNames = new Map([
  ['policy', new Set(knownFields.policy)],
  ['result', new Set(knownFields.result)],
]);

/** Signals follow a person second by second: they stay here. */
const keptNames = new Set(knownFields.record.filter((name) => name !== recordFields.signals.names[0]));

/**
 * A record as parsed from JSON, reduced to what may leave the machine: known fields of known types, in the order and
 * spelling in which they were sent, with aliases for its ids wherever these occur, and without signals. Of a deleted
 * record only what deletion keeps. Anything but an object gives an empty record. Comments may also name other
 * submissions: what `isId` knows is replaced there too.
 */
export function redactedRecord(
  raw: unknown,
  alias: Alias,
  isId: (text: string) => boolean = () => false,
): RedactedRecord {
  const sent: Fields = fieldsOf(raw) ?? new Map<string, unknown>();
  const own = [...idNames].map((name) => ownId(sent.get(name))).filter((id) => id !== undefined);
  const ownIn = createOwnFinder(own);
  const aliased: Aliased = (value) => {
    const text = String(value);
    if (typeof value === 'number') {
      // A short number is as likely a score.
      return isFoundWithin(text) && (own.includes(text) || isId(text)) ? alias(text) : value;
    }
    // Most texts of a record are times, which are no ids but as a whole.
    const known = isUsualTime(text) && !isId(text) ? [] : knownIdsIn(text, isId);
    return withAliases(text, [...ownIn(text), ...known], alias);
  };
  return keptIn(sent, isDeleted(Object.fromEntries(sent)) ? keptOfDeleted : keptNames, (value, name) =>
    redacted(value, name, aliased),
  );
}

/** A text or number with aliases for the ids in it; a number that is no id stays one. */
type Aliased = (value: string | number) => string | number;

/** The reader takes an id from a number, a list and a typed form too: what it says may stand elsewhere in the record. */
function ownId(value: unknown): string | undefined {
  return typeof unwrapped(value) === 'boolean' ? undefined : textFrom(value);
}

/** `2025-10-02T02:15:17.123Z` */
function isUsualTime(text: string): boolean {
  return text.length === 24 && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text);
}

function keptIn<T>(
  fields: Fields,
  names: ReadonlySet<string>,
  read: (value: unknown, name: string) => T | undefined,
): Readonly<Record<string, T>> {
  const kept: [string, T][] = [];
  for (const [name, sent] of fields) {
    const value = names.has(name) ? read(sent, name) : undefined;
    if (value !== undefined) {
      kept.push([name, value]);
    }
  }
  return Object.fromEntries(kept);
}

function redacted(value: unknown, name: string, aliased: Aliased): RedactedValue | undefined {
  if (value === null) {
    return null;
  }
  const part = partNames.get(name);
  if (part !== undefined) {
    const fields = fieldsOf(value);
    return fields && keptIn(fields, part, (one) => plainOf(one, aliased));
  }
  if (listNames.has(name) && Array.isArray(value)) {
    return value.filter((one) => typeof one === 'string').map((one) => String(aliased(one)));
  }
  // An id that is no text has no alias, so it cannot stay.
  return idNames.has(name) && typeof value !== 'string' ? undefined : plainOf(value, aliased);
}

function plainOf(value: unknown, aliased: Aliased): Plain | undefined {
  if (typeof value === 'string' || typeof value === 'number') {
    return aliased(value);
  }
  return typeof value === 'boolean' || value === null ? value : undefined;
}

/** The own fields of an object as a map, so that a field named `__proto__` is a field like any other. */
function fieldsOf(value: unknown): Fields | undefined {
  return isFields(value) ? new Map<string, unknown>(Object.entries(value)) : undefined;
}

const aliasedNames = new Set([...idNames, 'faceAuth_projectId']);

/** Names that the service documents are not ids, whatever an id may be called. */
const documentedNames = new Set([...Object.values(knownFields).flat(), ...aliasedNames]);

/** More ids than this in one record are still found as words, but no longer within them: the time for that multiplies. */
const mostWithinWords = 100;

/**
 * A record's JSON with aliases for ids and not a character changed besides: under the names of ids, and wherever else
 * one of these ids or one that `isId` knows occurs in a text or an undocumented name. The text must be known to be JSON.
 */
export function aliasedJson(json: string, alias: Alias, isId: (text: string) => boolean): string {
  const idsIn = idFinder(json, isId);
  const written = (id: string): string => JSON.stringify(alias(id)).slice(1, -1);
  let result = '';
  let done = 0;
  for (const literal of literalsIn(json)) {
    if (literal.role === 'number' && idsIn(literal).length === 0) {
      continue;
    }
    if (literal.role === 'number' || literal.role === 'idNumber') {
      // An id that was sent as a number becomes a text: aliases are no numbers.
      result += `${json.slice(done, literal.start)}"${written(literal.value)}"`;
      done = literal.end;
      continue;
    }
    const ids = idsIn(literal);
    if (ids.length > 0) {
      const start = literal.start + 1;
      const text = json.slice(start, literal.end - 1);
      result += json.slice(done, start) + withAliases(text, asWritten(ids, literal.value, text), written);
      done = start + text.length;
    }
  }
  return result + json.slice(done);
}

function idFinder(json: string, isId: (text: string) => boolean): (literal: Literal) => readonly IdInText[] {
  const own = new Set<string>();
  for (const { role, value } of literalsIn(json)) {
    if (role === 'id' || role === 'idNumber') {
      own.add(value);
    }
  }
  const ownIn = createOwnFinder([...own].filter((id) => isFoundWithin(id)).slice(0, mostWithinWords));
  const isKnown = (text: string): boolean => isId(text) || (isFoundWithin(text) && own.has(text));
  return ({ role, value }) => {
    if (value === '' || (role === 'name' && documentedNames.has(value))) {
      return [];
    }
    if (role === 'number') {
      // A short number is as likely a score.
      return isKnown(value) && isFoundWithin(value) ? [wholly(value)] : [];
    }
    return own.has(value) ? [wholly(value)] : [...ownIn(value), ...knownIdsIn(value, isKnown)];
  };
}

/** The same places in the text between the quotes, where an escape of one unit takes two characters or six. */
function asWritten(ids: readonly IdInText[], value: string, text: string): readonly IdInText[] {
  if (text.length === value.length) {
    return ids;
  }
  const places: number[] = [];
  for (let at = 0; at < text.length; at += text[at] === '\\' ? (text[at + 1] === 'u' ? 6 : 2) : 1) {
    places.push(at);
  }
  const placeOf = (unit: number): number => places[unit] ?? text.length;
  return ids.map(({ id, start, end }) => ({ id, start: placeOf(start), end: placeOf(end) }));
}

interface Literal {
  /** `idNumber`: a number that stands where an id does. */
  readonly role: 'name' | 'id' | 'value' | 'idNumber' | 'number';
  readonly value: string;
  /** Where it begins and ends, its quotes included. */
  readonly start: number;
  readonly end: number;
}

/** The strings and numbers of a JSON text, in their order. */
function* literalsIn(json: string): Generator<Literal> {
  const outer: boolean[] = [];
  let underId = false;
  let last: Omit<Literal, 'role'> | undefined;
  for (const { first, start, end } of tokensIn(json)) {
    if (last !== undefined) {
      // Only what follows a string tells whether it is a name.
      yield { ...last, role: first === ':' ? 'name' : underId ? 'id' : 'value' };
      underId = first === ':' ? aliasedNames.has(last.value) || outer.at(-1) === true : underId;
      last = undefined;
    }
    if (first === '"') {
      last = { value: String(JSON.parse(json.slice(start, end))), start, end };
    } else if (/[-\d]/.test(first)) {
      yield { role: underId ? 'idNumber' : 'number', value: json.slice(start, end), start, end };
    } else if (first === '{' || first === '[') {
      // What stands in a list or an object under the name of an id is one, too, whatever its own name.
      outer.push(underId);
    } else if (first === '}' || first === ']') {
      underId = outer.pop() ?? false;
    }
  }
  if (last !== undefined) {
    yield { ...last, role: underId ? 'id' : 'value' };
  }
}
