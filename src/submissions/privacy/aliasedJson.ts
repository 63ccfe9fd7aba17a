import { Turn } from '../../json/turn.ts';
import { IdSearch, ownIds } from './idSearch.ts';
import { isDocumented, literalsIn, type Literal } from './jsonLiterals.ts';
import { isFoundWithin, wholly, type IdInText, type IsId } from './knownIds.ts';
import { longestEncoded, longestShown, withAliases, type Alias } from './mask.ts';

/** Only so many ids of a record are looked for within words, which takes time for each; others only as whole words. */
const mostWithinWords = 100;

/**
 * Replaces ids by aliases in a record's JSON and changes nothing else. Values under the names of ids are replaced. So
 * are the same ids, and those that `isId` knows, wherever they occur in a text, a number or an undocumented name. The
 * text must be known to be JSON. Passes the thread on.
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

/** Moves places in a string's value to its JSON, where an escape takes two or six characters. */
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
