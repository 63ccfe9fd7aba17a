import { authIdName } from '../privacy/idNames.ts';
import { endSign } from '../privacy/textEnds.ts';

/** Where an authId stands in a text that may have many lines. Lines and characters are counted from 0. */
export interface IdPlace {
  readonly id: string;
  readonly line: number;
  readonly start: number;
  /** Behind the last character. */
  readonly end: number;
  /** Whether `isKnown` knows the id. Otherwise only a name before it, such as `authId=`, marks it as an id. */
  readonly known: boolean;
}

/** So many are found in one text: more links than these in one document help nobody. */
export const mostPlaces = 10_000;

/** More of a text, in characters, is not looked through: this takes some 5 ms. */
const longestScanned = 2_000_000;

/** In characters. Shorter ids cannot be told from other words; longer ones cannot be asked for. */
const [shortest, longest] = [6, 256];

const lower = 1;
const digit = 2;
/** Joins the parts of an id: `_` and `-`. */
const joiner = 4;
const upper = 8;

/** The kind of each character of a word. The table covers all of UTF-16, so that a million look-ups check no bounds. */
const kinds = new Uint8Array(65_536);
for (let code = 0; code < 128; code++) {
  const one = String.fromCharCode(code);
  kinds[code] = /[a-z]/.test(one)
    ? lower
    : /[A-Z]/.test(one)
      ? upper
      : /\d/.test(one)
        ? digit
        : /[_-]/.test(one)
          ? joiner
          : 0;
}

const name = new RegExp(`(?:^|[^a-z])${authIdName}$`, 'i');

/** Between the name and its value, in JSON, code, logs and addresses; a backslash only before a quote or a bracket. */
const separator = /["'`\\\])}]{0,4}\s{0,4}(?:=>|->|:=|={1,3}|:|%3[ad])\s{0,4}(?:\\{0,7}["'`[({<]){0,4}/iy;

/** An unquoted value, which ends as a word does. Longer values are no ids, so they are not looked through. */
const value = new RegExp(`[\\w.:~%-]{0,${longest}}\\w`, 'y');

/**
 * What may follow a value: signs that end a sentence, then a character that no value contains, such as a quote, or a
 * word of a script without capitals. A backslash counts too, unless it escapes a character that an id may contain. If
 * anything else follows, the value goes on and is another id.
 */
const valueEnd = new RegExp(
  String.raw`[.:~%!?*-]*(?:$|[\s\p{Cc}"'\x60,;&<>|(){}[\]#]|\\(?:$|[^\w/.:~%@+=-]|[nrt0]|u00[0-3]|x[0-3]|e\b)|${endSign}|\p{Lo})`,
  'uy',
);

/**
 * The places of ids: words that `isKnown` knows, and values with a digit that follow `authId=` or another spelling of
 * it. Passes over the characters once, without an expression for each word: a document of 10,000 lines takes a few ms.
 */
export function idPlacesIn(text: string, isKnown: (word: string) => boolean): readonly IdPlace[] {
  const scan = new Scan(text, isKnown);
  scan.run();
  return scan.places;
}

class Scan {
  readonly places: IdPlace[] = [];
  readonly #text: string;
  readonly #isKnown: (word: string) => boolean;
  #line = 0;
  #lineStart = 0;
  #lineEnd: number;

  constructor(text: string, isKnown: (word: string) => boolean) {
    this.#text = text;
    this.#isKnown = isKnown;
    this.#lineEnd = this.#endFrom(0);
  }

  /** Looks at every sixth character first: each word of six characters or more covers at least one of these. */
  run(): void {
    const text = this.#text;
    const length = Math.min(text.length, longestScanned);
    let from = 0;
    for (let at = shortest - 1; at < length; at += shortest) {
      let seen = kinds[text.charCodeAt(at)] ?? 0;
      if (seen === 0) {
        from = at + 1;
        continue;
      }
      let start = at;
      for (let kind = seen; kind !== 0 && start > from; seen |= kind) {
        kind = kinds[text.charCodeAt(start - 1)] ?? 0;
        start -= kind === 0 ? 0 : 1;
      }
      let end = at + 1;
      for (let kind = seen; kind !== 0 && end < length; seen |= kind) {
        kind = kinds[text.charCodeAt(end)] ?? 0;
        end += kind === 0 ? 0 : 1;
      }
      from = end - start < shortest ? end : this.#word(start, end, seen);
      if (this.places.length === mostPlaces) {
        return;
      }
      at = from - 1;
    }
  }

  /** Looks at a word. Returns where to go on. */
  #word(start: number, end: number, seen: number): number {
    const length = end - start;
    if (length > longest) {
      return end;
    }
    if (this.#isName(end)) {
      const past = this.#named(start, end);
      if (past !== undefined) {
        return past;
      }
    }
    const letters = seen & (lower | upper);
    const isMixed = (seen & digit) === 0 ? letters === (lower | upper) && (seen & joiner) !== 0 : letters !== 0;
    // Few words are likely ids: those with letters and digits, with letters of both cases and a joiner, or with more
    // than eight digits and nothing else.
    const isLikely = isMixed || (seen === digit && length > 8);
    if (isLikely) {
      const word = this.#text.slice(start, end);
      if (this.#isKnown(word)) {
        this.#add(word, start, end, true);
      }
    }
    return end;
  }

  /** Whether a word ends as the name of an id does, by its last two letters alone. */
  #isName(end: number): boolean {
    return (this.#text.charCodeAt(end - 1) | 32) === 100 && (this.#text.charCodeAt(end - 2) | 32) === 105;
  }

  /** Adds the value of a name. Returns where it ends; undefined where the word is no name or has no value. */
  #named(start: number, end: number): number | undefined {
    if (!name.test(this.#text.slice(Math.max(start, end - 20), end))) {
      return undefined;
    }
    separator.lastIndex = end;
    if (!separator.test(this.#text)) {
      return undefined;
    }
    const from = separator.lastIndex;
    value.lastIndex = from;
    const [id] = value.exec(this.#text) ?? [];
    if (id === undefined || id.length < shortest || id.length > longest) {
      return undefined;
    }
    const known = this.#isKnown(id);
    valueEnd.lastIndex = from + id.length;
    if (!known && !(/\d/.test(id) && valueEnd.test(this.#text))) {
      return undefined;
    }
    this.#add(id, from, from + id.length, known);
    return from + id.length;
  }

  #add(id: string, start: number, end: number, known: boolean): void {
    // Lines are counted only where something was found; VS Code's documents end them with a line feed, whatever is before it.
    while (this.#lineEnd < start) {
      this.#line++;
      this.#lineStart = this.#lineEnd + 1;
      this.#lineEnd = this.#endFrom(this.#lineStart);
    }
    const [line, lineStart] = [this.#line, this.#lineStart];
    this.places.push({ id, line, start: start - lineStart, end: end - lineStart, known });
  }

  #endFrom(start: number): number {
    const end = this.#text.indexOf('\n', start);
    return end === -1 ? Infinity : end;
  }
}
