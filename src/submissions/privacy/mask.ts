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

/** Shows aliases; a text is searched for every id that `isId` knows. */
export function maskWith(alias: Alias, isId: (text: string) => boolean): Mask {
  return {
    on: true,
    id: (id) => (id === '' ? '' : alias(id)),
    text: (text) => withAliases(text, knownIdsIn(text, isId), alias),
  };
}

/** An id in a text; where it begins and ends is in UTF-16 units. */
export interface IdInText {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Shorter than this, an id within a word is as likely a piece of something else: the 15 of a time, say. */
const shortestWithin = 4;

/** Pieces that are tried together as one id; a UUID has nine. */
const mostPieces = 16;

/**
 * The ids that `isId` knows: a whole text, a whole word, a whole run of the characters that ids are mostly made of, or
 * what stands between the punctuation within such a run, as in `authId:fa_1.` and `fa_1-retry`. Places may overlap.
 */
export function knownIdsIn(text: string, isId: (text: string) => boolean): readonly IdInText[] {
  if (text !== '' && isId(text)) {
    return [wholly(text)];
  }
  return [...text.matchAll(/[^\s"'`“”‘’<>(){}[\],;|]+/gu)].flatMap(({ 0: word, index }) =>
    moved(idsInWord(word, isId), index),
  );
}

/**
 * Every place of the given ids, also within words; short ones only where they are the whole text, and those that are
 * longer than any id that can be asked for only as words: to look for these takes too long. Places may overlap.
 */
export function ownIdsIn(text: string, ids: readonly string[]): readonly IdInText[] {
  if (text !== '' && ids.includes(text)) {
    return [wholly(text)];
  }
  const found: IdInText[] = [];
  for (const id of ids.filter((one) => isFoundWithin(one) && one.length <= longestId)) {
    // Unit by unit: a place may turn out to be covered by another id, and then the next counts that it overlaps.
    for (let at = text.indexOf(id); at !== -1; at = text.indexOf(id, at + 1)) {
      found.push({ id, start: at, end: at + id.length });
    }
  }
  const overlong = ids.filter(({ length }) => length > longestId && length < text.length);
  return overlong.length === 0 ? found : found.concat(knownIdsIn(text, (word) => overlong.includes(word)));
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
function idsInWord(word: string, isId: (text: string) => boolean): readonly IdInText[] {
  const bare = /[\p{L}\p{N}_](?:.*[\p{L}\p{N}_])?/u.exec(word);
  const begin = bare?.index ?? 0;
  const end = begin + (bare?.[0].length ?? 0);
  const value = Math.max(begin, word.indexOf('=') + 1);
  const whole = [wholly(word), idIn(word, begin, end), idIn(word, value, end)].find(({ id }) => id !== '' && isId(id));
  if (whole !== undefined) {
    return [whole];
  }
  const runs = (pattern: RegExp): readonly IdInText[] =>
    [...word.matchAll(pattern)].flatMap(({ 0: run, index }) => moved(idsInRun(run, isId), index));
  // Letters of another language may belong to an id, or stand beside it.
  const found = runs(/[\p{L}\p{M}\p{N}_.:-]+/gu);
  return found.length > 0 ? found : runs(/[\w.:-]+/g);
}

function moved(ids: readonly IdInText[], by: number): readonly IdInText[] {
  return ids.map(({ id, start, end }) => ({ id, start: by + start, end: by + end }));
}

function idsInRun(run: string, isId: (text: string) => boolean): readonly IdInText[] {
  const pieces = Array.from(run.matchAll(/[.:-]|[^.:-]+/g), ({ 0: id, index }) => idIn(run, index, index + id.length));
  const isWord = ({ id }: IdInText): boolean => !/^[.:-]/.test(id);
  const trimmed = idIn(run, pieces.find(isWord)?.start ?? 0, pieces.findLast(isWord)?.end ?? 0);
  const whole = [wholly(run), trimmed].find(({ id }) => id !== '' && isId(id));
  if (whole !== undefined) {
    return [whole];
  }
  return pieces.flatMap(({ start }, index) => {
    const from = pieces.slice(index, index + mostPieces).map(({ end }) => idIn(run, start, end));
    return from.findLast(({ id }) => isFoundWithin(id) && isId(id)) ?? [];
  });
}

function idIn(text: string, start: number, end: number): IdInText {
  return { id: text.slice(start, end), start, end };
}
