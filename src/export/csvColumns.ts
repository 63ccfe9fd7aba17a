import { fieldAt, fieldsAt, onOneLine, openObject, textIn, type Span } from '../json/span.ts';
import { checks, recordFields, type Field } from '../api/fields.ts';
import { givenName } from '../api/givenName.ts';
import { isDeleted } from '../api/record.ts';
import { isEmpty, isFields, isList, objectFrom, textsIn, type Fields } from '../api/values.ts';
import { safeJson, safeText } from './csvText.ts';

type Part = 'record' | 'policy' | 'result';

/** What stands in a cell; undefined leaves it empty. */
export type Cell = string | number | boolean | SentNumber | undefined;

/** A number as it was written in JSON. */
export interface SentNumber {
  readonly digits: string;
}

interface Column {
  readonly header: string;
  readonly part: Part;
  readonly field: Field;
}

const deletedColumn: Column = { header: 'deleted', part: 'record', field: recordFields.deleted };

/**
 * The columns: one for each field of the record that is no object. In the place of `policy`, each check has two columns
 * side by side: its threshold and its score.
 */
const columns: readonly Column[] = Object.entries(recordFields).flatMap(([name, field]) => {
  if (name === 'policy') {
    return Object.values(checks).flatMap(({ threshold, result }) => [
      column('policy', threshold),
      column('result', result),
    ]);
  }
  return field.type === 'object' ? [] : [name === 'deleted' ? deletedColumn : column('record', field)];
});

/** For each part, the fields that have a column, by every spelling of their names. */
const shownFields = { record: fieldsOf('record'), policy: fieldsOf('policy'), result: fieldsOf('result') } as const;

/** Parts of the record that are shown already: by columns for their fields, or by a column of their own. */
const looked = new Set(['policy', 'result', 'signals']);

/** The names of the columns of a redacted record. */
export const headers: readonly string[] = columns.map(({ header }) => header);

/** The names of the columns of a record as received. */
export const wholeHeaders: readonly string[] = [...headers, 'signals', 'other'];

/** The cells of a record in the order of `headers`; for a redacted record these are all. */
export function rowOf(record: unknown): readonly Cell[] {
  const parts = partsOf(record);
  return columns.map(({ header, part, field }) => {
    if (header === deletedColumn.header) {
      return isDeleted(parts.record);
    }
    const name = givenName(parts[part], field);
    return name === undefined ? undefined : cellOf(parts[part][name]);
  });
}

/**
 * The cells of a record as received, in the order of `wholeHeaders`: numbers with all their digits, the signals, and
 * all that no other column shows. `json` is the text of the record.
 */
export function wholeRowOf(record: unknown, json: Uint8Array): readonly Cell[] {
  const parts = partsOf(record);
  const signals = parts.record['signals'] ?? undefined;
  const numberText = numberReader(json);
  return [
    ...rowOf(record).map((cell, index) => (typeof cell === 'number' ? numberText(columns[index], parts) : cell)),
    signals === undefined ? undefined : safeJson(valueText(json, fieldAt(json, 0, 'signals'))),
    safeJson(otherIn(parts, json)),
  ];
}

/**
 * Returns a function that reads the number of a column digit by digit, because another program may keep more digits
 * than a JavaScript number.
 */
function numberReader(json: Uint8Array): (column: Column | undefined, parts: Parts) => Cell {
  const spans = new Map<Part, ReadonlyMap<string, Span>>();
  const spansOf = (part: Part): ReadonlyMap<string, Span> => {
    const known = spans.get(part);
    if (known !== undefined) {
      return known;
    }
    const start = part === 'record' ? 0 : spansOf('record').get(part)?.start;
    const found = start === undefined || json[start] !== openObject ? new Map<string, Span>() : fieldsAt(json, start);
    spans.set(part, found);
    return found;
  };
  return (one, parts) => {
    const name = one && givenName(parts[one.part], one.field);
    const value = one && name !== undefined ? parts[one.part][name] : undefined;
    const span = one && spansOf(one.part).get(name ?? '');
    return span === undefined ? cellOf(value) : { digits: valueText(json, span) };
  };
}

/**
 * A JSON object of the fields that have no column, with their values as they came; an empty text when there are none.
 */
function otherIn(parts: Parts, json: Uint8Array): string {
  const within = (part: 'policy' | 'result'): readonly string[] => {
    const names = parts.record[part] === parts[part] ? namesLeft(parts[part], part) : [];
    const start = names.length === 0 ? 0 : (fieldAt(json, 0, part)?.start ?? 0);
    return names.length === 0 ? [] : [`"${part}":{${members(json, start, names)}}`];
  };
  const oddParts = (['policy', 'result'] as const).filter((part) => {
    const sent = parts.record[part];
    // A policy or result that was not sent as a plain object: its columns show what could be read, not how it was sent.
    return !isEmpty(sent) && sent !== parts[part];
  });
  const names = [...namesLeft(parts.record, 'record'), ...oddParts];
  const all = [...(names.length === 0 ? [] : [members(json, 0, names)]), ...within('policy'), ...within('result')];
  return all.length === 0 ? '' : `{${all.join(',')}}`;
}

/**
 * The names of the fields that no column shows as sent: unknown fields, fields with an odd value, and second spellings
 * of a field whose column shows another spelling.
 */
function namesLeft(fields: Fields, part: Part): readonly string[] {
  return Object.keys(fields).filter((name) => {
    const field = shownFields[part].get(name);
    if (field === undefined) {
      return part !== 'record' || !looked.has(name);
    }
    return !isEmpty(fields[name]) && !(isPlain(fields[name], field) && givenName(fields, field) === name);
  });
}

function members(json: Uint8Array, start: number, names: readonly string[]): string {
  const spans = fieldsAt(json, start);
  return names.map((name) => `${JSON.stringify(name)}:${valueText(json, spans.get(name))}`).join(',');
}

/** A field's value as it was written, on one line. */
function valueText(json: Uint8Array, span: Span | undefined): string {
  const line = span === undefined ? new Uint8Array() : onOneLine(json, span);
  return textIn(line, { start: 0, end: line.length });
}

/** The cell of a value. The texts of a list are joined; a value that no cell can show becomes an empty text. */
function cellOf(value: unknown): Cell {
  if (typeof value === 'string') {
    return safeText(value);
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : safeText(textsIn(value).join('; '));
}

/**
 * Whether a cell shows a value as it was sent. The cell of a flag shows how the flag was read, so only a boolean is
 * shown as sent.
 */
function isPlain(value: unknown, { type }: Field): boolean {
  if (type === 'flag') {
    return typeof value === 'boolean';
  }
  return isList(value)
    ? value.every((one) => typeof one === 'string' || isEmpty(one))
    : typeof value !== 'object' || value === null;
}

type Parts = Readonly<Record<Part, Fields>>;

function partsOf(record: unknown): Parts {
  const fields = isFields(record) ? record : {};
  return { record: fields, policy: objectFrom(fields['policy']) ?? {}, result: objectFrom(fields['result']) ?? {} };
}

function column(part: Part, field: Field): Column {
  return { header: field.names[0], part, field };
}

function fieldsOf(part: Part): ReadonlyMap<string, Field> {
  const own = columns.filter((one) => one.part === part);
  return new Map(own.flatMap(({ field }) => field.names.map((name) => [name, field] as const)));
}
