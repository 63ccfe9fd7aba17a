import { fieldAt, fieldsAt, onOneLine, textIn, type Span } from '../json/span.ts';
import { checks, recordFields } from '../api/fields.ts';
import { isDeleted } from '../api/record.ts';
import { safeJson, safeText } from './csvText.ts';

type Fields = Readonly<Record<string, unknown>>;
type Part = 'record' | 'policy' | 'result';

/** What stands in a cell; undefined leaves it empty. */
export type Cell = string | number | boolean | undefined;

interface Column {
  readonly header: string;
  readonly part: Part;
  /** The spellings of the field; the first that says something is shown. */
  readonly names: readonly string[];
}

const deletedColumn: Column = { header: 'deleted', part: 'record', names: recordFields.deleted.names };

/** Those of the record; in the place of the policy those of the checks, required and measured side by side. */
const columns: readonly Column[] = Object.entries(recordFields).flatMap(([name, { names, type }]) => {
  if (name === 'policy') {
    return Object.values(checks).flatMap(({ threshold, result }) => [
      column('policy', ...threshold.names),
      column('result', ...result.names),
    ]);
  }
  return type === 'object' ? [] : [name === 'deleted' ? deletedColumn : column('record', ...names)];
});

/** The spellings that share a column, by spelling, of each part. */
const spellings = {
  record: spellingsOf('record'),
  policy: spellingsOf('policy'),
  result: spellingsOf('result'),
} as const;

/** These have columns for their fields, or one of their own. */
const looked = new Set(['policy', 'result', 'signals']);

/** The names of the columns of a redacted record. */
export const headers: readonly string[] = columns.map(({ header }) => header);

/** The names of the columns of a record as received. */
export const wholeHeaders: readonly string[] = [...headers, 'signals', 'other'];

/** The cells of a record that may leave the machine. */
export function rowOf(record: unknown): readonly Cell[] {
  const parts = partsOf(record);
  return columns.map(({ header, part, names }) =>
    header === deletedColumn.header ? isDeleted(parts.record) : cellOf(given(parts[part], names)),
  );
}

/** The cells of a record as received: with its signals, and with all that no other column shows. `json` is its text. */
export function wholeRowOf(record: unknown, json: Uint8Array): readonly Cell[] {
  const parts = partsOf(record);
  const signals = parts.record['signals'] ?? undefined;
  return [
    ...rowOf(record),
    signals === undefined ? undefined : safeJson(valueText(json, fieldAt(json, 0, 'signals'))),
    safeJson(otherIn(parts, json)),
  ];
}

/** A JSON object of the fields that have no column, digit by digit as they came; empty where there are none. */
function otherIn(parts: Readonly<Record<Part, Fields>>, json: Uint8Array): string {
  const within = (part: 'policy' | 'result'): readonly string[] => {
    const names = namesLeft(parts[part], part);
    const start = names.length === 0 ? 0 : (fieldAt(json, 0, part)?.start ?? 0);
    return names.length === 0 ? [] : [`"${part}":{${members(json, start, names)}}`];
  };
  const names = namesLeft(parts.record, 'record');
  const all = [...(names.length === 0 ? [] : [members(json, 0, names)]), ...within('policy'), ...within('result')];
  return all.length === 0 ? '' : `{${all.join(',')}}`;
}

/** What no column shows: unknown fields, and those whose column shows another spelling of theirs. */
function namesLeft(fields: Fields, part: Part): readonly string[] {
  return Object.keys(fields).filter((name) => {
    const names = spellings[part].get(name);
    if (names === undefined) {
      return part !== 'record' || !looked.has(name);
    }
    return saysSomething(fields[name]) && names.find((one) => saysSomething(fields[one])) !== name;
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

function cellOf(value: unknown): Cell {
  if (Array.isArray(value)) {
    return safeText(value.filter((one) => typeof one === 'string').join('; '));
  }
  if (typeof value === 'string') {
    return safeText(value);
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

function given(fields: Fields, names: readonly string[]): unknown {
  const name = names.find((one) => saysSomething(fields[one]));
  return name === undefined ? undefined : fields[name];
}

function saysSomething(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function partsOf(record: unknown): Readonly<Record<Part, Fields>> {
  const fields = fieldsOf(record);
  return { record: fields, policy: fieldsOf(fields['policy']), result: fieldsOf(fields['result']) };
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function column(part: Part, ...names: readonly [string, ...string[]]): Column {
  return { header: names[0], part, names };
}

function spellingsOf(part: Part): ReadonlyMap<string, readonly string[]> {
  const own = columns.filter((one) => one.part === part);
  return new Map(own.flatMap(({ names }) => names.map((name) => [name, names] as const)));
}
