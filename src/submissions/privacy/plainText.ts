import { authIdName } from './idNames.ts';

const entities = new Map([
  ['quot', '"'],
  ['apos', "'"],
  ['lt', '<'],
  ['gt', '>'],
]);

/** The ASCII character with this code. For any other code, `text`, which stands for it, stays as it is. */
function signOf(code: number, text: string): string {
  return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : text;
}

/** The text without the backslashes of JSON and Markdown: codes become characters, and escaped signs themselves. */
export function unescaped(text: string): string {
  return (
    text
      // A string within a string doubles each backslash, so whole runs are matched, and each only from its beginning.
      .replaceAll(/(?<!\\)\\+u([\da-f]{4})/gi, (_escape, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
      .replaceAll(/(?<!\\)\\+(?=[!-/:-@[\]^_`{|}~])/g, '')
  );
}

/** What Chinese, Japanese and Korean keyboards type in place of ASCII. */
const wide = /[\ufe50-\ufe6b\uff01-\uff5e]+/g;

const dash = String.raw`[-\u2010-\u2015]`;
const typesetUuid = new RegExp(
  String.raw`\b([\da-f]{8})${dash}([\da-f]{4})${dash}([\da-f]{4})${dash}([\da-f]{4})${dash}([\da-f]{12})\b`,
  'gi',
);

const attributes = new RegExp(String.raw`<(${authIdName})\s+[a-z][\w:-]*=[^<>]{0,200}>`, 'gi');

/** A row of a table with the name of an id in the first cell and a word with a digit in the second and last cell. */
const row = new RegExp(
  String.raw`^[ \t|│]*["'\x60*]{0,3}(${authIdName})["'\x60*]{0,3} {0,40}[|│\t][ \t]{0,40}([^\s\d|│]{0,256}\d[^\s|│]{0,256})[ \t]{0,40}[|│]?[ \t]{0,40}$`,
  'gim',
);

/** Writes quotes and signs as programs do, also if they were entities, encoded, coloured or typeset. */
export function plainText(text: string): string {
  return (
    text
      .replaceAll(/&(quot|apos|lt|gt);/gi, (entity, name: string) => entities.get(name.toLowerCase()) ?? entity)
      .replaceAll(/&#(\d{2,3});/g, (entity, code: string) => signOf(Number(code), entity))
      // As HTML and the logs of web servers escape signs.
      .replaceAll(/(?:&#x([\da-f]{2});|(?<!\\)\\+x([\da-f]{2}))/gi, (sign, one?: string, other?: string) =>
        signOf(Number.parseInt(one ?? other ?? '', 16), sign),
      )
      .replaceAll(/%25(?=2[27]|3[acde])/gi, '%')
      .replaceAll(/%(?:2[27]|3[ce])/gi, (sign) => decodeURIComponent(sign))
      .replaceAll(/\p{Cc}\[[\d;]{0,20}m/gu, '')
      .replaceAll(/[„“”«»「」『』]/g, '"')
      .replaceAll(/[‚‘’‹›]/g, "'")
      .replaceAll(wide, (signs) => signs.normalize('NFKC'))
      .replaceAll(typesetUuid, '$1-$2-$3-$4-$5')
      .replaceAll(/<!\[CDATA\[/gi, '')
      .replaceAll(attributes, '<$1>')
      .replaceAll(row, '$1=$2')
  );
}
