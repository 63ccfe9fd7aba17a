import { longestId } from './idInText.ts';
import type { Span } from './layers.ts';

/** An id in a text, as it is known. */
export interface IdInText extends Span {
  readonly id: string;
}

/** Whether a text is the id of a submission or of a KYC submission. */
export type IsId = (text: string) => boolean;

/** Shorter than this, an id within a word is as likely a piece of something else: the 15 of a time, say. */
const shortestWithin = 4;

/** Whether an id is long enough to be looked for within words. */
export function isFoundWithin(id: string): boolean {
  return id.length >= shortestWithin;
}

/** Pieces of a word that are tried together as one id; a UUID has nine. */
const mostPieces = 16;

const word = /[^\s"'`“”‘’<>(){}[\],;|]+/gu;

/** What a word is taken apart into: ASCII letters and digits, letters of other languages, and single signs. */
const piece = /[A-Za-z0-9]+|[^\p{ASCII}]+|\p{ASCII}/gu;

/** A UUID with hyphens, with underscores as in code, or without either. */
const uuid = /([0-9a-f]{8})[-_]?([0-9a-f]{4})[-_]?([0-9a-f]{4})[-_]?([0-9a-f]{4})[-_]?([0-9a-f]{12})/gi;

/** Whether an id is a UUID with its hyphens. */
export function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}

/** Whether an id may be Base64 in its usual alphabet. */
export function isBase64(id: string): boolean {
  return id.length <= longestId && id.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(id);
}

/** A text that is an id from end to end. */
export function wholly(text: string): IdInText {
  return { id: text, start: 0, end: text.length };
}

/**
 * The ids that `isId` knows: a whole text or word, the parts of a word between signs (`authId:fa_1.`,
 * `dup_fa_1-retry`), also in small letters or in capitals, and a UUID anywhere. An id that is joined to other letters
 * or digits is not found, unless it is a UUID. Places may overlap.
 */
export function knownIn(text: string, isId: IsId): readonly IdInText[] {
  const known = knower(isId);
  const whole = text === '' ? undefined : known(text);
  if (whole !== undefined) {
    return [{ id: whole, start: 0, end: text.length }];
  }
  return [...text.matchAll(word)].flatMap(({ 0: one, index }) => moved(idsInWord(one, known), index));
}

/** Tells the id that a text stands for. */
type Known = (text: string) => string | undefined;

/** The same id may be written in small letters or in capitals; with letters alone, such a text may just be a word. */
function knower(isId: IsId): Known {
  return (text) => {
    if (isId(text)) {
      return text;
    }
    if (!/[^A-Za-z]/.test(text)) {
      return filledUp(text, isId);
    }
    const lower = text.toLowerCase();
    if (lower !== text && isId(lower)) {
      return lower;
    }
    const upper = text.toUpperCase();
    return upper !== text && isId(upper) ? upper : filledUp(text, isId);
  };
}

/** The known id that `text` becomes in the usual alphabet of Base64 and with padding; undefined if there is none. */
function filledUp(text: string, isId: IsId): string | undefined {
  // Four bytes take six characters. No Base64 text has one character more than a multiple of four.
  if (text.length < 6 || text.length % 4 === 1) {
    return undefined;
  }
  const usual = text.replaceAll('-', '+').replaceAll('_', '/');
  const whole = usual.padEnd(4 * Math.ceil(text.length / 4), '=');
  return whole !== text && isBase64(whole) && isId(whole) ? whole : undefined;
}

/** An id may hold any sign, as a mail address does, so a word is taken apart only if it is no id as a whole. */
function idsInWord(text: string, known: Known): readonly IdInText[] {
  const whole = wholeIn(text, known);
  if (whole !== undefined) {
    return [whole];
  }
  return [...idsOfPieces(text, known), ...uuidsIn(text, known)];
}

/** The word without the signs around it, or what stands behind its first equals sign. */
function wholeIn(text: string, known: Known): IdInText | undefined {
  const bare = /[\p{L}\p{N}_](?:.*[\p{L}\p{N}_])?/u.exec(text);
  const begin = bare?.index ?? 0;
  const end = begin + (bare?.[0].length ?? 0);
  const value = text.indexOf('=') + 1;
  const [fill = ''] = /^={1,2}/.exec(text.slice(end)) ?? [];
  const places: (readonly [from: number, to: number])[] = [[begin, end]];
  if (fill !== '') {
    places.unshift([begin, end + fill.length]);
  }
  if (end < text.length) {
    places.push([begin, text.length]);
  }
  if (value > begin) {
    places.push([value, text.length], [value, end]);
  }
  for (const [from, to] of places) {
    const id = from < to ? known(text.slice(from, to)) : undefined;
    if (id !== undefined) {
      return { id, start: from, end: to };
    }
  }
  return undefined;
}

/** At each piece of a word the longest id that begins there. */
function idsOfPieces(text: string, known: Known): readonly IdInText[] {
  const ends = Array.from(text.matchAll(piece), ({ 0: one, index }) => index + one.length);
  const found: IdInText[] = [];
  if (ends.length === 1) {
    return found;
  }
  for (let first = 0; first < ends.length; first++) {
    const start = first === 0 ? 0 : (ends[first - 1] ?? 0);
    for (let last = Math.min(ends.length, first + mostPieces) - 1; last >= first; last--) {
      const end = ends[last] ?? 0;
      const id = end - start < shortestWithin || end - start > longestId ? undefined : known(text.slice(start, end));
      if (id !== undefined) {
        found.push({ id, start, end });
        break;
      }
    }
  }
  return found;
}

function uuidsIn(text: string, known: Known): readonly IdInText[] {
  return text.length < 32
    ? []
    : [...text.matchAll(uuid)].flatMap((match) => {
        const [one, ...parts] = match;
        const { index } = match;
        const id = known(one) ?? known(parts.join('-')) ?? known(parts.join(''));
        return id === undefined ? [] : [{ id, start: index, end: index + one.length }];
      });
}

function moved(ids: readonly IdInText[], by: number): readonly IdInText[] {
  return ids.map(({ id, start, end }) => ({ id, start: by + start, end: by + end }));
}
