import { namesIn, type Field } from '../../api/fields.ts';
import { isEmpty, type Fields } from '../../api/values.ts';
import type { Node } from '../../json/outline.ts';

/** The fields of a table by all of their spellings. */
export type NamedFields<Key extends string> = ReadonlyMap<string, readonly [Key, Field]>;

/** The same fields as a table has, by their spellings. */
export function namedFields<Key extends string>(table: Readonly<Record<Key, Field>>): NamedFields<Key> {
  const named = new Map<string, readonly [Key, Field]>();
  for (const key of namesIn(table)) {
    for (const name of table[key].names) {
      named.set(name, [key, table[key]]);
    }
  }
  return named;
}

/** The parts of a node that are read: of all spellings the first that says something, of one name the last. */
export function readNodes<Key extends string>(
  table: NamedFields<Key>,
  within: Node,
  fields: Fields,
): ReadonlyMap<Key, Node> {
  const read = new Map<Key, Node>();
  for (const node of within.parts) {
    const [key, field] = table.get(node.name ?? '') ?? [];
    if (key !== undefined && field !== undefined) {
      const before = read.get(key);
      if (before === undefined || countsMore(node, before, field.names, fields)) {
        read.set(key, node);
      }
    }
  }
  return read;
}

function countsMore(later: Node, before: Node, names: readonly string[], fields: Fields): boolean {
  if (later.name === before.name) {
    return true;
  }
  const rank = ({ name = '' }: Node): number => names.indexOf(name) + (isEmpty(fields[name]) ? names.length : 0);
  return rank(later) < rank(before);
}
