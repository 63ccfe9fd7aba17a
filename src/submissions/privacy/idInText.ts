import { knownFields } from '../../api/fields.ts';
import { columnIn } from './idColumn.ts';
import { authIdName, isNoId } from './idNames.ts';
import { namedIn } from './namedIds.ts';
import { unescaped } from './plainText.ts';
import { endSign, invisible, noWord, trimmed, withoutSentenceEnd } from './textEnds.ts';

/** The longest id that is asked for, in characters. */
export const longestId = 256;

/** Why a text holds no id that can be asked for. */
export type IdProblem =
  | { readonly problem: 'empty' | 'spaces' | 'tooLong' }
  /** `code` is the character's, as in `U+200B`. */
  | { readonly problem: 'invisible'; readonly code: string };

/** The ids of a text in their order, each once; or why there is none. */
export type FoundIds = { readonly ids: readonly [string, ...string[]] } | IdProblem;

/** More of a text, in characters, is not searched. */
const longestText = 100_000;

/**
 * The authIds that a text names: in JSON (also escaped within a string), in code, logs, tags and addresses; and those
 * words of it that are known to be ids. Where there are none, the text itself may be one, in quotes or not.
 */
export function idsInText(text: string, isKnown: (word: string) => boolean = () => false): FoundIds {
  const searched = searchedIn(text);
  const named = askableColumn(searched) ?? namedIn(searched);
  const candidates = [...named, ...wordsIn(searched).filter(isKnown)];
  const ids = new Set<string>();
  let problem: IdProblem | undefined;
  for (const candidate of candidates.length > 0 ? candidates : (listedIn(searched) ?? [bare(searched)])) {
    const wrong = idProblem(candidate);
    if (wrong === undefined) {
      ids.add(candidate);
    }
    problem ??= wrong;
  }
  const [first, ...others] = ids;
  return first === undefined ? (problem ?? { problem: 'empty' }) : { ids: [first, ...others] };
}

/** True when a text that nobody offered as an id may be suggested as one: a single word with a digit, or a named id. */
export function looksLikeId(text: string): boolean {
  const found = idsInText(text);
  return (
    'ids' in found && (namedIn(searchedIn(text)).length > 0 || found.ids.every((id) => /\d/.test(id) && isOneWord(id)))
  );
}

/** The part of a text that is searched. A long text is cut between words, because half an id would be another id. */
function searchedIn(text: string): string {
  const most = text.slice(0, longestText);
  if (most.length === text.length) {
    return unescaped(text);
  }
  const line = most.lastIndexOf('\n');
  const end = line > longestText / 2 ? line : Math.max(...[' ', ',', '"'].map((sign) => most.lastIndexOf(sign)));
  return unescaped(end > 0 ? most.slice(0, end) : most);
}

function isOneWord(id: string): boolean {
  return /^[\w.:-]{6,64}$/.test(id);
}

/**
 * The ids of a table, without other texts in or below their column. A list of names in code looks like a table too, so
 * names of fields do not count, and at least one id must have a digit.
 */
function askableColumn(text: string): readonly string[] | undefined {
  const ids =
    columnIn(text)?.filter((id) => idProblem(id) === undefined && !data.test(id) && !fieldNames.has(id)) ?? [];
  return ids.some((id) => /\d/.test(id)) ? ids : undefined;
}

const fieldNames = new Set<string>(knownFields.record);

/** The words of a text, and the parts of words that hold signs or another script, such as `id=fa_1` or `fa_1입니다`. */
function wordsIn(text: string): readonly string[] {
  const words = text.match(word) ?? [];
  return words.map(withoutSentenceEnd).flatMap((one) => [one, ...one.split(separator), ...one.split(joint)]);
}

const word = new RegExp(`[^${noWord}]+`, 'gu');
const separator = /[=:/&?#.]+/;
// Splits also at signs that may be part of an id. Hyphens at the end of a word may be those of an arrow such as `->`.
const joint = new RegExp(
  String.raw`[=:/&?#.]+|(?:${endSign})+|(?<!-)-+$|(?<=\p{ASCII})(?=\p{Lo})|(?<=\p{Lo})(?=\p{ASCII})`,
  'u',
);

/** Why an id cannot be asked for as it stands; undefined where it can. */
export function idProblem(id: string): IdProblem | undefined {
  if (id === '') {
    return { problem: 'empty' };
  }
  if (id.length > longestId) {
    return { problem: 'tooLong' };
  }
  if (/[\s\p{Cc}]/u.test(id)) {
    return { problem: 'spaces' };
  }
  const [unseen] = new RegExp(`${invisible}|\\p{Surrogate}`, 'u').exec(id) ?? [];
  return unseen === undefined
    ? undefined
    : { problem: 'invisible', code: `U+${(unseen.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}` };
}

/** A list with an id in each line or between commas, and nothing else. */
function listedIn(text: string): readonly string[] | undefined {
  const items = text.split(/[\n,;]/);
  const ids = items.map((item) => bare(item)).filter((item) => item !== '');
  return ids.length > 1 && ids.every((id) => /^[\w.:-]+$/.test(id) && /\d/.test(id)) ? ids : undefined;
}

/** Signs that only JSON, code, markup, or a name with a value have. A text with any of them is no id. */
const data = /["<>\p{Ps}\p{Pe}]|['`]\s*[:=]|^[?&]?[\w.$-]+=(?!=*$)/u;

const itemMark = new RegExp(`^(?:[-#>+]+|${endSign}|\\d{1,3}[.)])\\s+`, 'u');
const givenName = new RegExp(`^(?:${authIdName}|(?:next_?key_)?id)s?(?:["'\x60]\\s*:|\\s*=|:\\s)\\s*["'\x60[({]*`, 'i');

/** Removes what stands around an id in a sentence, a list, code or Markdown; empty if the text holds no id. */
function bare(text: string): string {
  const whole = trimmed(text);
  // A text that is too long for an id is not searched, because the time grows with the square of its length.
  if (whole.length > 2 * longestId) {
    return whole;
  }
  const words = (/^\[([^\]]*)\]\([^)]*\)$/.exec(whole)?.[1] ?? whole).replaceAll(/<\/?[a-z][^<>]*>/gi, (tag) =>
    tag.length === whole.length ? tag : ' ',
  );
  const inner = trimmed(words)
    .replace(itemMark, '')
    .replace(/^[\s\\"'`<*~|\p{Ps}\p{Pi}\p{Pf}]+/u, '')
    .replace(givenName, '')
    .replace(/[\s\\"'`>,;*|\p{Pe}\p{Pi}\p{Pf}]+$/u, '');
  const id = trimmed(withoutSentenceEnd(trimmed(inner)).replace(/["'`>\p{Pe}\p{Pi}\p{Pf}]+$/u, ''));
  return (data.test(id) || isNoId(id)) && idProblem(id) === undefined ? '' : id;
}
