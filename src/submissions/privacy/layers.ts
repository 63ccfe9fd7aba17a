import { percentDecoded } from '../../api/percentDecoded.ts';

/** A text that another one holds, perhaps encoded: which part of the outer text its own parts come from. */
export interface Layer {
  readonly text: string;
  /** In UTF-16 units of the outermost text. */
  readonly spanOf: (start: number, end: number) => Span;
}

/** From where to where in a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text that was encoded more often is not decoded to its end. */
const deepest = 3;

/** The text itself, and what it says percent-encoded, in Base64 or with the escapes of JSON, also one within the other. */
export function layersOf(text: string): readonly Layer[] {
  const layers: Layer[] = [{ text, spanOf: (start, end) => ({ start, end }) }];
  let outer: readonly Layer[] = layers;
  for (let depth = 0; depth < deepest && outer.length > 0; depth++) {
    outer = outer.flatMap((layer) => [...withoutPercents(layer), ...unescaped(layer), ...base64Decoded(layer)]);
    layers.push(...outer);
  }
  return layers;
}

function withoutPercents(layer: Layer): readonly Layer[] {
  return layer.text.includes('%') ? rewritten(layer, /(?:%[0-9a-f]{2})+|[^%]+|%/giu, percentDecoded) : [];
}

function unescaped(layer: Layer): readonly Layer[] {
  return hiding.test(layer.text) ? rewritten(layer, /\\(?:u[0-9A-Fa-f]{4}|["\\/bfnrt])|[^\\]+|\\/gu, plainOf) : [];
}

/** The escapes of JSON that a character of an id is written with; those of others are no reason to look once more. */
const hiding = /\\(?:u[0-9A-Fa-f]{4}|\/)/;

/** The layer with each part in other words, where that says anything else. */
function rewritten({ text, spanOf }: Layer, parts: RegExp, wordsOf: (part: string) => string): readonly Layer[] {
  let words = '';
  /** Where each unit of the words begins in the text. */
  const places: number[] = [];
  for (const { 0: part, index } of text.matchAll(parts)) {
    const plain = wordsOf(part);
    for (let unit = 0; unit < plain.length; unit++) {
      places.push(index + Math.floor((unit * part.length) / plain.length));
    }
    words += plain;
  }
  const placeOf = (unit: number): number => places[unit] ?? text.length;
  return words === text ? [] : [{ text: words, spanOf: (start, end) => spanOf(placeOf(start), placeOf(end)) }];
}

/** What a string of JSON says with an escape; any other text as it is. */
function plainOf(text: string): string {
  return text.length > 1 && text.startsWith('\\') ? String(JSON.parse(`"${text}"`)) : text;
}

/** Base64 of at least four characters, in either alphabet. */
const base64 = /[A-Za-z0-9+/_-]{6,}={0,2}/g;

/** What is said is text; of the bytes that any word gives when it is read as Base64, nearly none are. */
const readable = /^[^\p{Cc}\uFFFD]{4,}/u;

/** Each word that is Base64 as a whole, or from a sign of its alphabet on: addresses put such signs before it. */
function base64Decoded({ text, spanOf }: Layer): readonly Layer[] {
  return Array.from(text.matchAll(base64)).flatMap(({ 0: word, index }) => {
    const starts = [0, ...Array.from(word.matchAll(/[+/_-]/g), (sign) => sign.index + 1)].slice(0, mostStarts);
    return starts.flatMap((from) => {
      const [said] = readable.exec(fromBase64(word.slice(from))) ?? [];
      return said === undefined ? [] : [{ text: said, spanOf: () => spanOf(index + from, index + word.length) }];
    });
  });
}

/** A UUID has four signs. */
const mostStarts = 8;

function fromBase64(word: string): string {
  const plain = word.replaceAll('-', '+').replaceAll('_', '/').replaceAll('=', '');
  // One character alone says nothing.
  const binary = atob(plain.length % 4 === 1 ? plain.slice(0, -1) : plain);
  return new TextDecoder().decode(Uint8Array.from(binary, (byte) => byte.charCodeAt(0)));
}
