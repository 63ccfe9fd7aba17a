import {
  namesIn,
  processFields,
  recordFields,
  resultFields,
  signalFields,
  thresholdFields,
  type Field,
} from '../../api/fields.ts';
import { RecordReader } from '../../api/record.ts';
import type { Fields } from '../../api/values.ts';
import type { Node } from '../../json/outline.ts';

/** The fields of a table by all of their spellings. */
export interface NamedFields<Key extends string> {
  readonly byName: ReadonlyMap<string, readonly [Key, Field]>;
  /** Reads the value of one field from an object. Only needed for fields with several spellings. */
  readonly read: (fields: Fields, key: Key) => unknown;
}

/** A table's fields by their spellings, and how to read one. */
function namedFields<Key extends string>(
  table: Readonly<Record<Key, Field>>,
  read: NamedFields<Key>['read'] = () => undefined,
): NamedFields<Key> {
  const byName = new Map<string, readonly [Key, Field]>();
  for (const key of namesIn(table)) {
    for (const name of table[key].names) {
      byName.set(name, [key, table[key]]);
    }
  }
  return { byName, read };
}

function recordOf(record: Fields): RecordReader {
  const reader = new RecordReader();
  reader.read(record);
  return reader;
}

/** The tables of all parts of a record. */
export const named = {
  record: namedFields(recordFields, (fields, key): unknown => Reflect.get(recordOf(fields), key)),
  policy: namedFields(thresholdFields, (fields, kind) => recordOf({ policy: fields }).thresholds[kind]),
  result: namedFields(resultFields, (fields, kind) => recordOf({ result: fields }).scores[kind]),
  signals: namedFields(signalFields),
  process: namedFields(processFields),
};

/** The parts of a node by their names: of one name the last counts. */
export function lastOfNames({ parts }: Node): ReadonlyMap<string, Node> {
  return new Map(parts.map((node) => [node.name ?? '', node]));
}

/** The parts of a node that are read. Of a field with several spellings, this is the one whose value is read. */
export function readNodes<Key extends string>(
  table: NamedFields<Key>,
  within: Node,
  fields: Fields,
): ReadonlyMap<Key, Node> {
  const found = new Map<Key, Node>();
  for (const [name, node] of lastOfNames(within)) {
    const [key, field] = table.byName.get(name) ?? [];
    if (key !== undefined && field !== undefined) {
      const other = found.get(key);
      const isFirst = other === undefined || field.names.indexOf(name) < field.names.indexOf(other.name ?? '');
      const [first, second] = isFirst ? [node, other] : [other, node];
      found.set(key, second === undefined || isRead(table, key, first, second, fields) ? first : second);
    }
  }
  return found;
}

/** Whether the first of two spellings, in the order of the table, is the one that is read. */
function isRead<Key extends string>(
  { read }: NamedFields<Key>,
  key: Key,
  first: Node,
  second: Node,
  fields: Fields,
): boolean {
  const readOf = (...nodes: readonly Node[]): string =>
    JSON.stringify([read(Object.fromEntries(nodes.map(({ name = '' }) => [name, fields[name]])), key)]);
  const both = readOf(first, second);
  return both === readOf(first) || both !== readOf(second);
}
