import { longestId } from './idInText.ts';
import { IdSearch } from './idSearch.ts';
import type { IdInText, IsId } from './knownIds.ts';

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
export const longestShown = 8192;

/** No id is longer, in characters, also where it is encoded. */
export const longestEncoded = 4 * longestId;

/** Shows aliases; a text is searched for every id that `isId` knows. A very long text is cut. */
export function maskWith(alias: Alias, isId: IsId): Mask {
  return {
    on: true,
    id: (id) => (id === '' ? '' : alias(id)),
    text: (text) => shortWithAliases(text, longestShown, (part) => new IdSearch(isId).idsIn(part, []), alias),
  };
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

/** The same for a text that is cut to so many characters; an id that the cut would part is left out as a whole. */
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
