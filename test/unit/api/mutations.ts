import { holdersIn, isNamed, listOf, objectOf, textOf, type Entry, type Holder } from './jsonTree.ts';

/** A page that is being made: the text before its JSON, and a list whose only entry is the JSON. */
export interface Draft {
  before: string;
  readonly top: Holder;
}

/** Changes a page. `at` chooses the place and `to` the new value; both are numbers of any size. */
type Change = (draft: Draft, at: number, to: number) => void;

/** Stands for the byte FF, which no UTF-8 holds. */
export const noCharacter = '\uf8ff';

const idNames = ['auth_id', 'authentication_id', 'Authentication_id', 'authId'];

const values = [
  ...['null', 'true', 'false', '""', '" "', '"x"', '[]', '{}', '[null]', '["x",1]', '{"a":1}', '{"data":[]}', '"71"'],
  ...['0', '-0', '1.0', '5', '1E+5', '0.10', '1e400', '-1e400', '1e-400', '12345678901234567890', '101'],
  ...[String.raw`"é\/\u0041\n"`, String.raw`"\ud83d\ude00😀"`, String.raw`"\ud800"`, String.raw`"\u0000\u2028"`],
  ...[String.raw`"}]\",{[\\"`, '"// no /* comment"', '"\u{202E}\u2028é"', `"${noCharacter}"`, '"2027-01-15T12:00:00Z"'],
];

const torn = [
  '',
  'nul',
  '01',
  '.5',
  'NaN',
  "'x'",
  '"x',
  '[1,]',
  '{"a"}',
  '{a:1}',
  '"\n"',
  String.raw`"\x"`,
  ']',
  '1 2',
];

const ids = ['null', '5', 'true', '""', '" "', '[]', '"__proto__"', '"constructor"', String.raw`"\ud800"`, '"a/b%"'];

const names = [
  ...['data', 'nextPage_key', 'policy', 'result', 'signals', 'fail_code', 'auth_status', 'delete_check', 'createTime'],
  ...['faceAuth_projectId', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'é😀', 'sdk_version', '0'],
  ...idNames,
];

const spaces = ['', ' ', '\n', '\r\n', '\t', ' \n\r\t '];

/** One of these, chosen by a number of any size. */
function chosen<T>(all: readonly T[], number: number): T | undefined {
  return all[number % Math.max(1, all.length)];
}

/** Changes the entry that `at` chooses among those that fit. */
function atEntry(
  change: (entry: Entry, to: number, holder: Holder) => void,
  fits: (entry: Entry) => boolean = () => true,
): Change {
  return ({ top }, at, to) => {
    const all = holdersIn(top).flatMap((holder) => holder.entries.map((entry) => ({ entry, holder })));
    const one = chosen(
      all.filter(({ entry }) => fits(entry)),
      at,
    );
    if (one !== undefined) {
      change(one.entry, to, one.holder);
    }
  };
}

/** Changes the list or object that `at` chooses among those of this kind. */
function atHolder(change: (holder: Holder, to: number) => void, kind?: Holder['kind']): Change {
  return ({ top }, at, to) => {
    const [, ...all] = holdersIn(top);
    const holder = chosen(
      all.filter((one) => kind === undefined || one.kind === kind),
      at,
    );
    if (holder !== undefined) {
      change(holder, to);
    }
  };
}

/** Changes the list of the page at the element that `at` chooses, if there is one. */
function atElement(change: (root: Holder, index: number, to: number) => void): Change {
  return ({ top }, at, to) => {
    const root = top.entries[0]?.value;
    if (typeof root === 'object' && root.entries.length > 0) {
      change(root, at % root.entries.length, to);
    }
  };
}

function dataOf(element: Entry | undefined): Holder | undefined {
  const data =
    typeof element?.value === 'object' ? element.value.entries.find((entry) => isNamed(entry, 'data')) : undefined;
  return typeof data?.value === 'object' ? data.value : undefined;
}

function isId(entry: Entry): boolean {
  return idNames.some((name) => isNamed(entry, name));
}

function escaped(json: string): string {
  const text = String(JSON.parse(json));
  return `"${Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')}"`;
}

const isText = ({ value }: Entry): boolean =>
  typeof value === 'string' && /^"[^\n]*"$/.test(value) && value !== '"\\x"';

/** Every way to change a page. */
export const changes = {
  missing: atEntry((entry, _, { entries }) => void entries.splice(entries.indexOf(entry), 1)),
  otherValue: atEntry((entry, to) => {
    entry.value = chosen(values, to) ?? '';
  }),
  torn: atEntry((entry, to) => {
    entry.value = chosen(torn, to) ?? '';
  }),
  extraField: atHolder(({ entries }, to) => {
    const name = JSON.stringify(chosen(names, to));
    entries.splice(to % (entries.length + 1), 0, { name, value: chosen(values, to >>> 5) ?? '' });
  }, 'object'),
  deep: atEntry((entry, to) => {
    const depth = to % 97 === 96 ? 20_000 : to % 300;
    const [open, close] = to % 2 === 0 ? ['[', ']'] : ['{"a":', '}'];
    entry.value = `${open.repeat(depth)}1.0${close.repeat(depth)}`;
  }),
  huge: atEntry((entry, to) => {
    entry.value = JSON.stringify((chosen(['x', 'é', '😀', '"', '\\', '\n'], to) ?? '').repeat(to % 9000));
  }),
  sameField: atEntry((entry, to, { entries }) => {
    const value = chosen([...values, entry.value], to >>> 1) ?? '';
    entries.splice(entries.indexOf(entry) + (to % 2), 0, { name: entry.name, value });
  }),
  sameRecord: atEntry(
    (entry, to, { entries }) => void entries.splice(to % (entries.length + 1), 0, structuredClone(entry)),
    ({ name, value }) => name === '' && typeof value === 'object',
  ),
  deletedCopy: atEntry(
    (entry, to, { entries }) => {
      const copy = structuredClone(entry);
      if (typeof copy.value === 'object') {
        copy.value.entries.push({ name: '"delete_check"', value: 'true' });
      }
      entries.splice(to % (entries.length + 1), 0, copy);
    },
    (entry) => typeof entry.value === 'object' && entry.value.entries.some(isId),
  ),
  otherData: atElement(({ entries }, index, to) => {
    const fields = entries[index]?.value;
    const data = dataOf(entries[index]);
    if (typeof fields === 'object' && data !== undefined) {
      const other = structuredClone({ name: '"data"', value: { ...data, entries: data.entries.slice(to % 7) } });
      fields.entries.splice((to >>> 3) % (fields.entries.length + 1), 0, other);
    }
  }),
  escapedText: atEntry((entry) => {
    entry.value = escaped(textOf(entry.value));
  }, isText),
  escapedName: atEntry(
    (entry) => {
      entry.name = escaped(entry.name);
    },
    ({ name }) => name !== '',
  ),
  space: atHolder((holder, to) => {
    holder.space = chosen(spaces, to) ?? '';
  }),
  spaceEverywhere: ({ top }, _, to) => {
    for (const [index, holder] of holdersIn(top).entries()) {
      holder.space = chosen(spaces, (to >>> (index % 20)) + index) ?? '';
    }
  },
  otherId: atEntry((entry, to) => {
    entry.value = chosen(ids, to) ?? '';
  }, isId),
  noRecord: atEntry(
    (entry, to) => {
      const noRecords = ['null', '5', '"x"', 'true', '[]', '{}', listOf(objectOf(['auth_id', '"a"']))];
      entry.value = chosen(noRecords, to) ?? '';
    },
    ({ name }) => name === '',
  ),
  flat: atElement((root, index) => {
    root.entries.splice(index, 1, ...(dataOf(root.entries[index])?.entries ?? []));
  }),
  envelope: atElement((root, index) => {
    const [element] = root.entries.splice(index, 1);
    root.entries.splice(index, 0, ...listOf(objectOf(['data', listOf(element?.value ?? 'null')])).entries);
  }),
  severalProjects: atElement((root, index, to) => {
    const data = dataOf(root.entries[index]);
    const taken = data?.entries.splice(to % (data.entries.length + 1)) ?? [];
    const other = listOf(...taken.map(({ value }) => value));
    root.entries.push(...listOf(objectOf(['faceAuth_projectId', `"p${to % 3}"`], ['data', other])).entries);
  }),
  mark: (draft) => {
    draft.before = '\u{FEFF}';
  },
} satisfies Record<string, Change>;
