import { longestId } from './idInText.ts';
import { IdSearch } from './idSearch.ts';
import type { IdInText, IsId } from './knownIds.ts';

/** How ids, and texts with ids, are shown to a person. Every view and every copy passes them through a mask. */
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

/** Gives the alias of an id: always the same one for the same id, and another one for another id. */
export type Alias = (id: string) => string;

/** No more characters of a text are ever shown. It is cut before ids are looked for, because that takes time. */
export const longestShown = 8192;

/** The most characters that an id takes, also where it is encoded. */
export const longestEncoded = 4 * longestId;

/** Shows aliases; a text is searched for every id that `isId` knows. A very long text is cut. */
export function maskWith(alias: Alias, isId: IsId): Mask {
  return {
    on: true,
    id: (id) => (id === '' ? '' : alias(id)),
    text: (text) => shortWithAliases(text, longestShown, (part) => new IdSearch(isId).idsIn(part, []), alias),
  };
}

/** The text with aliases for its ids. Of ids that overlap, the first counts; of several with one start, the longest. */
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

/** The same for a text cut to at most `most` characters. An id that the cut would divide is left out as a whole. */
export function shortWithAliases(
  text: string,
  most: number,
  idsIn: (text: string) => readonly IdInText[],
  alias: Alias,
): string {
  if (text.length <= most) {
    return withAliases(text, idsIn(text), alias);
  }
  const last = Math.max(0, most - longestEncoded);
  const part = text.slice(0, last + longestEncoded);
  const found = idsIn(part).filter(({ start }) => start < last);
  const end = found.reduce((furthest, one) => Math.max(furthest, one.end), last);
  return `${withAliases(part.slice(0, end), found, alias)}…`;
}
