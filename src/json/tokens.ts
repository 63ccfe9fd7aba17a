/** A token of a JSON text; where it begins and ends is in UTF-16 units, the quotes of a string included. */
export interface Token {
  /** Its first character: a quote, a brace, a bracket, `:`, `,`, or that of a number or of `true`, `false`, `null`. */
  readonly first: string;
  readonly start: number;
  readonly end: number;
}

const space = /[ \t\r\n]*/y;
const plain = /[^\s"{}[\],:]*/y;

/** The tokens of a text that is known to be JSON. Not by recursion: it may be nested deeper than any stack. */
export function* tokensIn(json: string): Generator<Token> {
  for (let at = skipped(space, json, 0); at < json.length; at = skipped(space, json, at)) {
    const start = at;
    const first = json.charAt(at);
    if (first === '"') {
      at = stringEnd(json, at);
    } else if ('{}[]:,'.includes(first)) {
      at++;
    } else {
      // In what is not JSON a character may be none of these.
      at = Math.max(at + 1, skipped(plain, json, at));
    }
    yield { first, start, end: at };
  }
}

function skipped(pattern: RegExp, json: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(json) ? pattern.lastIndex : at;
}

function stringEnd(json: string, start: number): number {
  for (let at = json.indexOf('"', start + 1); at !== -1; at = json.indexOf('"', at + 1)) {
    let before = at;
    while (json[before - 1] === '\\') {
      before--;
    }
    if ((at - before) % 2 === 0) {
      return at + 1;
    }
  }
  return json.length;
}
