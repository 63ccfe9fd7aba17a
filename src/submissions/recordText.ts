import { applyEdits, createScanner, format } from 'jsonc-parser';
import type { Path } from '../api/page.ts';
import type { Place } from './submission.ts';

/** Deeper than this, indentation costs more than it helps: the record is shown as it came. */
const deepestFormatted = 100;

/** A record as received, formatted: its keys in their order, its numbers digit by digit, nothing dropped. */
export function recordText({ source, path }: Place): string {
  const page = new TextDecoder().decode(source.bytes);
  const { start, end, depth } = spanOf(page, path);
  const text = page.slice(start, end);
  return depth > deepestFormatted ? text : formatted(text);
}

/** A record as received, parsed. */
export function recordValue({ source, path }: Place): unknown {
  let value: unknown = JSON.parse(new TextDecoder().decode(source.bytes));
  for (const key of path) {
    value = new Map(Object.entries(value ?? {})).get(String(key));
  }
  return value;
}

function formatted(text: string): string {
  return `${applyEdits(text, format(text, undefined, { insertSpaces: true, tabSize: 2, eol: '\n' }))}\n`;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
}

/** Where a value stands in a text that is known to be JSON, and how deep it is. Reads tokens only, builds nothing. */
function spanOf(text: string, path: Path): Span {
  const tokens = new Tokens(text);
  for (const key of path) {
    if (typeof key === 'number') {
      tokens.enterItem(key);
    } else {
      tokens.enterField(key);
    }
  }
  return tokens.skipValue();
}

/** The tokens of a JSON text, one at a time. `first` is the first character of the current one. */
class Tokens {
  readonly #text: string;
  readonly #scanner: ReturnType<typeof createScanner>;

  constructor(text: string) {
    this.#text = text;
    this.#scanner = createScanner(text, true);
    this.#scanner.scan();
  }

  get #first(): string {
    return this.#text.charAt(this.#scanner.getTokenOffset());
  }

  /** From the token that opens an array to the first token of its item. */
  enterItem(index: number): void {
    this.#scanner.scan();
    for (let skipped = 0; skipped < index; skipped++) {
      this.skipValue();
      this.#scanner.scan();
    }
  }

  /** From the token that opens an object to the first token of its field; of fields with one name the last counts. */
  enterField(name: string): void {
    let found = this.#scanner.getTokenOffset();
    this.#scanner.scan();
    while (this.#first === '"') {
      const matches = this.#scanner.getTokenValue() === name;
      this.#scanner.scan();
      this.#scanner.scan();
      found = matches ? this.#scanner.getTokenOffset() : found;
      this.skipValue();
      this.#scanner.scan();
    }
    this.#scanner.setPosition(found);
    this.#scanner.scan();
  }

  /** From the first token of a value to the one after it. */
  skipValue(): Span {
    const start = this.#scanner.getTokenOffset();
    let end: number;
    let depth = 0;
    let deepest = 0;
    do {
      if (this.#first === '{' || this.#first === '[') {
        depth++;
        deepest = Math.max(deepest, depth);
      } else if (this.#first === '}' || this.#first === ']') {
        depth--;
      }
      end = this.#scanner.getTokenOffset() + this.#scanner.getTokenLength();
      this.#scanner.scan();
    } while (depth > 0 && this.#first !== '');
    return { start, end, depth: deepest };
  }
}
