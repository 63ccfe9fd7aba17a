import { Turn } from '../../json/turn.ts';
import { IdSearch, ownIds } from './idSearch.ts';
import { isDocumented, literalsIn, type Literal } from './jsonLiterals.ts';
import { isFoundWithin, wholly, type IdInText, type IsId } from './knownIds.ts';
import { longestEncoded, longestShown, withAliases, type Alias } from './mask.ts';

/** More ids than this in one record are still found as words, but no longer within them: the time for that multiplies. */
const mostWithinWords = 100;

/**
 * A record's JSON with aliases for ids and not a character changed besides: under the names of ids, and wherever else
 * one of these ids or one that `isId` knows occurs in a text or an undocumented name. The text must be known to be JSON.
 * Passes the thread on.
 */
export async function aliasedJson(json: string, alias: Alias, isId: IsId): Promise<string> {
  const turn = new Turn();
  const idsIn = await idFinder(json, isId, turn);
  const written = (id: string): string => JSON.stringify(alias(id)).slice(1, -1);
  let result = '';
  let done = 0;
  for (const literal of literalsIn(json)) {
    const isNumber = literal.role === 'number' || literal.role === 'idNumber';
    const ids = literal.role === 'idNumber' ? [wholly(literal.value)] : await idsIn(literal);
    if (ids.length > 0) {
      // An id that was sent as a number becomes a text: aliases are no numbers.
      const start = literal.start + (isNumber ? 0 : 1);
      const end = literal.end - (isNumber ? 0 : 1);
      const text = isNumber ? literal.value : json.slice(start, end);
      const shown = withAliases(text, asWritten(ids, literal.value, text), written);
      result += json.slice(done, start) + (isNumber ? `"${shown}"` : shown);
      done = end;
    }
    if (turn.over) {
      await turn.pass();
    }
  }
  return result + json.slice(done);
}

async function idFinder(
  json: string,
  isId: IsId,
  turn: Turn,
): Promise<(literal: Literal) => Promise<readonly IdInText[]>> {
  const own = new Set<string>();
  for (const { role, value } of literalsIn(json)) {
    if (role === 'id' || role === 'idNumber') {
      own.add(value);
    }
    if (turn.over) {
      await turn.pass();
    }
  }
  const isKnown = (text: string): boolean => isId(text) || (isFoundWithin(text) && own.has(text));
  const search = new IdSearch(isKnown);
  const sought = ownIds([...own].filter((id) => isFoundWithin(id)).slice(0, mostWithinWords));
  return async (literal) => {
    const { role, value } = literal;
    if (value === '' || isDocumented(literal)) {
      return [];
    }
    if (role === 'number') {
      // A short number is as likely a score.
      return isFoundWithin(value) && isKnown(value) ? [wholly(value)] : [];
    }
    return own.has(value) ? [wholly(value)] : await idsInTurns(value, (part) => search.idsIn(part, sought), turn);
  };
}

/** Looks through a long text stretch by stretch; they overlap, so that an id on an edge is whole in one of them. */
async function idsInTurns(
  text: string,
  idsIn: (text: string) => readonly IdInText[],
  turn: Turn,
): Promise<readonly IdInText[]> {
  if (text.length <= longestShown) {
    return idsIn(text);
  }
  const found: IdInText[] = [];
  for (let from = 0; from < text.length; from += longestShown - longestEncoded) {
    for (const { id, start, end } of idsIn(text.slice(from, from + longestShown))) {
      found.push({ id, start: from + start, end: from + end });
    }
    if (turn.over) {
      await turn.pass();
    }
  }
  return found;
}

/** The same places in the text between the quotes, where an escape of one unit takes two characters or six. */
function asWritten(ids: readonly IdInText[], value: string, text: string): readonly IdInText[] {
  if (text.length === value.length) {
    return ids;
  }
  const places: number[] = [];
  for (let at = 0; at < text.length; at += text[at] === '\\' ? (text[at + 1] === 'u' ? 6 : 2) : 1) {
    places.push(at);
  }
  const placeOf = (unit: number): number => places[unit] ?? text.length;
  return ids.map(({ id, start, end }) => ({ id, start: placeOf(start), end: placeOf(end) }));
}
