/** A piece of JSON as it is written: a list or an object, or any other text as it stands. */
export type Tree = string | Holder;

/** A list or an object, with this white space around each of its tokens. */
export interface Holder {
  readonly kind: 'list' | 'object';
  space: string;
  readonly entries: Entry[];
}

/** What a list or an object holds. The name is JSON text with its quotes. In a list the name is not used. */
export interface Entry {
  name: string;
  value: Tree;
}

/** A list of these values. */
export function listOf(...values: readonly Tree[]): Holder {
  return { kind: 'list', space: '', entries: values.map((value) => ({ name: '', value })) };
}

/** An object of these fields. */
export function objectOf(...fields: readonly (readonly [name: string, value: Tree])[]): Holder {
  const entries = fields.map(([name, value]) => ({ name: JSON.stringify(name), value }));
  return { kind: 'object', space: '', entries };
}

/** A value as a tree. */
export function treeOf(value: unknown): Tree {
  if (Array.isArray(value)) {
    return listOf(...value.map(treeOf));
  }
  return typeof value === 'object' && value !== null
    ? objectOf(...Object.entries(value).map(([name, field]) => [name, treeOf(field)] as const))
    : JSON.stringify(value);
}

/** The tree as text. */
export function textOf(tree: Tree): string {
  if (typeof tree === 'string') {
    return tree;
  }
  const { kind, space, entries } = tree;
  const items = entries.map(({ name, value }) =>
    kind === 'list' ? textOf(value) : `${name}${space}:${space}${textOf(value)}`,
  );
  const [open, close] = kind === 'list' ? ['[', ']'] : ['{', '}'];
  return `${open}${space}${items.join(`${space},${space}`)}${space}${close}`;
}

/** Whether an entry has this name, however it is spelled. */
export function isNamed({ name }: Entry, wanted: string): boolean {
  return name !== '' && JSON.parse(name) === wanted;
}

/** Every list and object, the outer ones first. */
export function holdersIn(tree: Tree): readonly Holder[] {
  return typeof tree === 'string' ? [] : [tree, ...tree.entries.flatMap(({ value }) => holdersIn(value))];
}
