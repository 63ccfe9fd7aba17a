import { authIdName, isNoId } from './idNames.ts';
import { trimmed } from './textEnds.ts';

const header = new RegExp(`^${authIdName}$`, 'i');

/** What separates the cells of a line in a file, in a spreadsheet, or in a table in Markdown or on a terminal. */
const separators = ['\t', ',', ';', '|', '│'] as const;

/** What draws the lines of a table. */
const drawn = String.raw`[\s|+:=\u2500-\u257f-]*`;
const rule = new RegExp(`^${drawn}$`);
const rulesAbove = new RegExp(`^${drawn}\\n`);

/** The cells under the name of an id in the header of a table, without those that say nothing; undefined for any other text. */
export function columnIn(text: string): readonly string[] | undefined {
  const table = trimmed(text).replace(rulesAbove, '');
  const [first = ''] = table.split('\n', 1);
  const separator = separators.find((one) => first.includes(one)) ?? '';
  const names = first.split(separator || '\n').map(contentOf);
  const place = names.findIndex((name) => header.test(name));
  // A digit in the first line means that it holds values: the text is a list of fields with values, no table.
  if (place === -1 || names.some((name) => /\d/.test(name))) {
    return undefined;
  }
  const rows = rowsIn(table, separator).slice(1);
  const cells = rows.filter((row) => !rule.test(row.join(''))).map((row) => row[place] ?? '');
  return cells.length === 0 ? undefined : cells.filter((cell) => !isNoId(cell));
}

/** The rows of a table; in quotes a cell may have separators and line breaks. */
function rowsIn(table: string, separator: string): readonly (readonly string[])[] {
  const end = String.raw`\r?\n|$`;
  const ends = separator === '' ? end : `[${separator}]|${end}`;
  const cell = new RegExp(`("(?:[^"]|"")*"|[^${separator}\\n]*?)(${ends})`, 'gy');
  const rows: string[][] = [[]];
  for (const [, content = '', cellEnd = ''] of table.matchAll(cell)) {
    rows.at(-1)?.push(contentOf(content));
    if (cellEnd.endsWith('\n')) {
      rows.push([]);
    }
  }
  return rows;
}

/** What a cell says: without its quotes, and without the sign that keeps a spreadsheet from running it. */
function contentOf(cell: string): string {
  return trimmed(trimmed(cell).replace(/^"(.*)"$/s, '$1')).replace(/^'(?=[=+@-])/, '');
}
