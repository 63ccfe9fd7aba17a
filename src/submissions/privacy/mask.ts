import { longestId } from './idInText.ts';

/** How ids and texts with ids in them reach a person's eyes: every view and every copy takes them through one of these. */
export interface Mask {
  /** True while ids are replaced. */
  readonly on: boolean;
  /** An id as it is shown: itself, or its alias. */
  id(id: string): string;
  /** A text as it is shown; the ids that are known are replaced in it. */
  text(text: string): string;
}

/** Shows everything as it is. */
export const unmasked: Mask = { on: false, id: (id) => id, text: (text) => text };

/** What stands for an id: the same for the same id, another for another. */
export type Alias = (id: string) => string;

/** More of a text, in characters, is never shown anywhere: it is cut before ids are looked for, as that takes its time. */
const longestShown = 8192;

/** Shows aliases; a text is searched for every id that `isId` knows. A very long text is cut. */
export function maskWith(alias: Alias, isId: (text: string) => boolean): Mask {
  return {
    on: true,
    id: (id) => (id === '' ? '' : alias(id)),
    text: (text) => {
      if (text.length <= longestShown) {
        return withAliases(text, knownIdsIn(text, isId), alias);
      }
      // An id that the cut would part is left out as a whole.
      const part = text.slice(0, longestShown);
      const end = longestShown - longestId;
      const found = knownIdsIn(part, isId).filter(({ start }) => start < end);
      return `${withAliases(part.slice(0, Math.max(end, found.at(-1)?.end ?? 0)), found, alias)}…`;
    },
  };
}

/** An id in a text, as it is known; where it begins and ends in the text is in UTF-16 units. */
export interface IdInText {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Shorter than this, an id within a word is as likely a piece of something else: the 15 of a time, say. */
const shortestWithin = 4;

/** Pieces of a word that are tried together as one id; a UUID has nine. */
const mostPieces = 16;

const word = /[^\s"'`“”‘’<>(){}[\],;|]+/gu;

/** What a word is taken apart into: ASCII letters and digits, letters of other languages, and single signs. */
const piece = /[A-Za-z0-9]+|[^\p{ASCII}]+|\p{ASCII}/gu;

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/**
 * The ids that `isId` knows: a whole text or word, what stands between signs within a word (`authId:fa_1.`,
 * `dup_fa_1-retry`), percent-encoded or in capitals too, and a UUID wherever it stands. Not found is an id that is joined
 * to letters or digits and is no UUID. Places may overlap.
 */
export function knownIdsIn(text: string, isId: (text: string) => boolean): readonly IdInText[] {
  const known = knower(isId);
  const whole = text === '' ? undefined : known(text);
  if (whole !== undefined) {
    return [{ id: whole, start: 0, end: text.length }];
  }
  return [...text.matchAll(word)].flatMap(({ 0: one, index }) => moved(idsInWord(one, known), index));
}

/** Tells the id that a text stands for. */
type Known = (text: string) => string | undefined;

/** The same id may be written in small letters or in capitals; of letters alone it is as likely a word. */
function knower(isId: (text: string) => boolean): Known {
  return (text) => {
    if (isId(text)) {
      return text;
    }
    if (!/[^A-Za-z]/.test(text)) {
      return undefined;
    }
    const lower = text.toLowerCase();
    if (lower !== text && isId(lower)) {
      return lower;
    }
    const upper = text.toUpperCase();
    return upper !== text && isId(upper) ? upper : undefined;
  };
}

/**
 * Every place of the given ids, also within words, in any case and percent-encoded; short ones only where they are the
 * whole text, and those that are longer than any id that can be asked for only as words: to look for these takes too long.
 */
export function ownIdsIn(text: string, ids: readonly string[]): readonly IdInText[] {
  return createOwnFinder(ids)(text);
}

/** Finds the given ids in many texts. */
export function createOwnFinder(ids: readonly string[]): (text: string) => readonly IdInText[] {
  const byLetters = new Map<string, string>();
  for (const id of ids) {
    if (isFoundWithin(id) && id.length <= longestId) {
      byLetters.set(lettersOf(id), id).set(lettersOf(encoded(id)), id);
      // Base64 is often written without the signs that fill it up.
      const bare = id.replace(/={1,2}$/, '');
      byLetters.set(lettersOf(isFoundWithin(bare) ? bare : id), id);
    }
  }
  const longestFirst = [...byLetters.keys()].toSorted((a, b) => b.length - a.length);
  const pattern = longestFirst.length === 0 ? undefined : new RegExp(longestFirst.map(escaped).join('|'), 'giu');
  return (text) => {
    if (text !== '' && ids.includes(text)) {
      return [wholly(text)];
    }
    const within =
      pattern === undefined
        ? []
        : Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
            id: byLetters.get(lettersOf(found)) ?? found,
            start: index,
            end: index + found.length,
          }));
    const overlong = ids.filter(({ length }) => length > longestId && length < text.length);
    return overlong.length === 0 ? within : within.concat(knownIdsIn(text, (one) => overlong.includes(one)));
  };
}

/** The same for all spellings of an id that differ in case alone. */
function lettersOf(text: string): string {
  return text.toLowerCase();
}

function encoded(id: string): string {
  return id.isWellFormed() ? encodeURIComponent(id) : id;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

/** Whether an id is long enough to be looked for within words. */
export function isFoundWithin(id: string): boolean {
  return id.length >= shortestWithin;
}

/** A text that is an id from end to end. */
export function wholly(text: string): IdInText {
  return { id: text, start: 0, end: text.length };
}

/** The text with aliases for the ids found in it; where two overlap, the first and of those the longest is replaced. */
export function withAliases(text: string, found: readonly IdInText[], alias: Alias): string {
  if (found.length === 0) {
    return text;
  }
  let result = '';
  let done = 0;
  for (const { id, start, end } of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start >= done) {
      result += text.slice(done, start) + alias(id);
      done = end;
    }
  }
  return result + text.slice(done);
}

/** An id may hold any sign, as an address of mail does: only what is none as a whole is taken apart. */
function idsInWord(text: string, known: Known): readonly IdInText[] {
  const whole = wholeIn(text, known);
  if (whole !== undefined) {
    return [whole];
  }
  const found = [...idsOfPieces(text, known), ...uuidsIn(text, known)];
  return text.includes('%') ? [...found, ...idsInEncoded(text, known)] : found;
}

/** The word without the signs around it, or what stands behind its first equals sign. */
function wholeIn(text: string, known: Known): IdInText | undefined {
  const bare = /[\p{L}\p{N}_](?:.*[\p{L}\p{N}_])?/u.exec(text);
  const begin = bare?.index ?? 0;
  const end = begin + (bare?.[0].length ?? 0);
  const value = text.indexOf('=') + 1;
  const places: (readonly [from: number, to: number])[] = [[begin, end]];
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
  return text.length < 36
    ? []
    : [...text.matchAll(uuid)].flatMap(({ 0: one, index }) => {
        const id = known(one);
        return id === undefined ? [] : [{ id, start: index, end: index + one.length }];
      });
}

/** The ids of a word whose signs are percent-encoded, at their places in the word as it is. */
function idsInEncoded(text: string, known: Known): readonly IdInText[] {
  let decoded = '';
  /** Where each unit of what was decoded begins in the text. */
  const places: number[] = [];
  for (const { 0: part, index } of text.matchAll(/(?:%[0-9a-f]{2})+|[^%]+|%/giu)) {
    const plain = part.length > 1 && part.startsWith('%') ? decodedOr(part) : part;
    for (let unit = 0; unit < plain.length; unit++) {
      places.push(plain === part ? index + unit : index + Math.floor((unit * part.length) / plain.length));
    }
    decoded += plain;
  }
  places.push(text.length);
  return decoded === text
    ? []
    : idsInWord(decoded.replaceAll('%', ' '), known).map(({ id, start, end }) => ({
        id,
        start: places[start] ?? text.length,
        end: places[end] ?? text.length,
      }));
}

function decodedOr(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Bytes that are no UTF-8 stay as they are.
    return text;
  }
}

function moved(ids: readonly IdInText[], by: number): readonly IdInText[] {
  return ids.map(({ id, start, end }) => ({ id, start: by + start, end: by + end }));
}
