/** What begins a formula: the four signs, wide and small ones too. */
const signs = '=+\\-@＝＋－＠﹦﹢﹣﹫';

/** White space and what cannot be seen at all: NUL, marks of byte order, joiners. */
const unseen = '[\\s\\p{C}]';

const missedAtStart = new RegExp(`^(?![=+\\-@\\t\\r＝＋－＠])(?=${unseen}*[${signs}])`, 'u');

// These look back from a sign. Looking ahead from each blank would take hours on a text with a million blanks.
const inText = new RegExp(`(?<=[;\\t\\r\\n]${unseen}*)[${signs}]`, 'gu');
const inJson = new RegExp(`(?<=;${unseen}*)[${signs}]`, 'gu');

/**
 * A text that no spreadsheet runs once csv-stringify has written it with `escape_formulas`. That puts `'` before a text
 * that begins with a sign, plain or wide, with a tab or with a carriage return. What it misses gets its `'` here:
 * - a sign behind a line feed, blanks or characters that cannot be seen, which some spreadsheets drop; small signs;
 * - a sign behind a semicolon, tab or line break within the text: where the locale separates cells by semicolons, the
 *   quotes of a cell in the middle of a line mean nothing, and a cell begins there.
 *
 * And NUL, at which some readers stop, becomes the sign for an unknown character.
 */
export function safeText(text: string): string {
  return text.replace(missedAtStart, "'").replaceAll(inText, "'$&").replaceAll('\0', '\u{FFFD}');
}

/**
 * A JSON value that no spreadsheet runs: a sign behind a semicolon becomes a JSON escape, so the value stays the same.
 */
export function safeJson(json: string): string {
  return json.replaceAll(inJson, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
