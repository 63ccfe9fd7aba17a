import { percentDecoded } from '../../api/percentDecoded.ts';
import { invisible } from './textEnds.ts';

/** A text in another text, perhaps encoded there. `spanOf` tells where in the outermost text a part comes from. */
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

/** The text itself, and what it says once percent-encoding, Base64 and other spellings are decoded, also if nested. */
export function layersOf(text: string): readonly Layer[] {
  const layers: Layer[] = [{ text, spanOf: (start, end) => ({ start, end }) }];
  let outer: readonly Layer[] = layers;
  for (let depth = 0; depth < deepest && outer.length > 0; depth++) {
    outer = outer.flatMap((layer) => [...withoutPercents(layer), ...plainlySpelled(layer), ...base64Decoded(layer)]);
    layers.push(...outer);
  }
  return layers;
}

function withoutPercents(layer: Layer): readonly Layer[] {
  return layer.text.includes('%') ? rewritten(layer, /(?:%[0-9a-f]{2})+|[^%]+|%/giu, percentDecoded) : [];
}

function plainlySpelled(layer: Layer): readonly Layer[] {
  const isOther = unusual.test(layer.text) && hiding.test(layer.text);
  return isOther ? rewritten(layer, spelling, plainOf) : [];
}

/** A quick test first: nearly no text has any of these characters. */
const unusual = /[\\%&\P{ASCII}]/u;

/** Signs by their codes or names: in JSON and code, in old addresses, in HTML. */
const coded = String.raw`\\u[\da-f]{4}|\\x[\da-f]{2}|%u[\da-f]{4}|&#\d{1,6};|&#x[\da-f]{1,5};|&(?:amp|lowbar|commat);`;

/** Invisible characters, and wide or mathematical forms of letters and signs. */
const styled = String.raw`${invisible}\ufe50-\ufe6b\uff01-\uff5e\u{1d400}-\u{1d7ff}`;

/** The hyphens and dashes of typesetting; most stand between words, not within one. */
const dashes = String.raw`\u2010-\u2015`;

/** Spellings that may hide a character of an id. Escapes of other characters are no reason to decode the text. */
const hiding = new RegExp(String.raw`${coded}|[${styled}]|(?<=\w)[${dashes}](?=\w)|\\[!#-/:-@[\]^_\x60{|}~]`, 'iu');

const spelling = new RegExp(String.raw`${coded}|\\[bfnrt!-/:-@[\\\]^_\x60{|}~]|[^\\%&${styled}${dashes}]+|[^]`, 'giu');

/** The layer with each part rewritten by `wordsOf`; nothing if the text stays the same. */
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

const code = /^(?:\\[ux]|%u|&#x)([\da-f]+);?$|^&#(\d+);$/i;
const oneStyled = new RegExp(`^[${styled}${dashes}]$`, 'u');
const oneDash = new RegExp(`^[${dashes}]$`);
const oneInvisible = new RegExp(`^${invisible}$`, 'u');
const names = new Map([
  ['&amp;', '&'],
  ['&lowbar;', '_'],
  ['&commat;', '@'],
]);

/** What a part of a text stands for in another spelling; any other part as it is. */
function plainOf(part: string): string {
  if (oneStyled.test(part)) {
    return oneInvisible.test(part) ? '' : oneDash.test(part) ? '-' : part.normalize('NFKC');
  }
  const [, hex, decimal] = code.exec(part) ?? [];
  if (hex !== undefined || decimal !== undefined) {
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  }
  return part.length === 2 && part.startsWith('\\')
    ? part.slice(1).replace(/[bfnrt]/i, ' ')
    : (names.get(part.toLowerCase()) ?? part);
}

/** Base64 of at least four bytes, in either alphabet. */
const base64 = /[A-Za-z0-9+/_-]{6,}={0,2}/g;

/** What a word says in Base64 must begin with text. An ordinary word that is read as Base64 almost never does. */
const readable = /^[^\p{Cc}\uFFFD]{4,}/u;

/** Decodes each word as Base64, as a whole and behind each `+`, `/`, `_` and `-`: addresses put these before it. */
function base64Decoded({ text, spanOf }: Layer): readonly Layer[] {
  return Array.from(text.matchAll(base64)).flatMap(({ 0: word, index }) => {
    const starts = [0, ...Array.from(word.matchAll(/[+/_-]/g), (sign) => sign.index + 1)].slice(0, mostStarts);
    return starts.flatMap((from) => {
      const [said] = readable.exec(fromBase64(word.slice(from))) ?? [];
      return said === undefined ? [] : [{ text: said, spanOf: () => spanOf(index + from, index + word.length) }];
    });
  });
}

/** From how many places of a word it is decoded; a UUID has four signs. */
const mostStarts = 8;

function fromBase64(word: string): string {
  const plain = word.replaceAll('-', '+').replaceAll('_', '/').replaceAll('=', '');
  // One more character than a multiple of four encodes nothing.
  const binary = atob(plain.length % 4 === 1 ? plain.slice(0, -1) : plain);
  return new TextDecoder().decode(Uint8Array.from(binary, (byte) => byte.charCodeAt(0)));
}
