import { plainText } from './plainText.ts';

/** The longest id that is asked for, in characters. */
export const longestId = 256;

/** Whether the service can be asked for an id: it goes into an address, where half a character cannot stand. */
export function isAskable(id: string): boolean {
  return id.length <= longestId && id.isWellFormed();
}

/** Why a text holds no id that can be asked for. */
export type IdProblem =
  | { readonly problem: 'empty' | 'spaces' | 'tooLong' }
  /** `code` is the character's, as in `U+200B`. */
  | { readonly problem: 'invisible'; readonly code: string };

/** The ids of a text in their order, each once; or why there is none. */
export type FoundIds = { readonly ids: readonly [string, ...string[]] } | IdProblem;

/** More of a text, in characters, is not searched. */
const longestText = 100_000;

/** Characters that nobody sees; chat programs and wikis put them around what is copied. */
const invisible = String.raw`\p{Default_Ignorable_Code_Point}`;

const name = String.raw`\bauth(?:entication)?[_-]?id`;
// After the name, which a quote, a bracket or Markdown may end: `=`, `:`, `:=`, an arrow, `==`, `===`, a type and `=`, the end of a tag, or
// `=` and `:` as an address encodes them.
const separator = String.raw`["'\x60*_\])]{0,4}(?:\s*(?:[=-]>|[→⇒➜]|={1,3}|:\s*\w+\??\s*=\s*(?=["'\x60])|:=?|%3[ad])\s*|>\s*)`;
// Brackets and Markdown around the value; what it is wrapped in, such as `Some(` or `{"S":`; and what Python, C# and SQL
// write before a string.
const wrapper = String.raw`(?:[a-z]{1,12}[[(](?=["'\x60]|[\w.:-]*\d)|(?<=\{\s*)["']?[a-z]{1,8}["']?\s*:\s*(?=["']))`;
const opening = String.raw`[*\s]{0,4}(?:[[({<*]\s{0,8}){0,4}${wrapper}?(?:[unbr@$]{1,2}(?=["']\w))?`;
// A selection may end before the closing quote.
const quoted = String.raw`"([^"]*)(?:"|$)|'([^']*)(?:'|$)|\x60([^\x60]*)(?:\x60|$)`;
const unquoted = String.raw`([^\s"'\x60,;&<>|(){}[\]\\#。、，；！？\u001b]+)`;
const named = new RegExp(`${name}${separator}${opening}(?:${quoted}|${unquoted})`, 'giu');

/** What programs write where there is no id. */
const nothing = /^(?:null|nil|none|undefined)?$/i;

/**
 * The authIds that a text names: in JSON (also escaped within a string), in code, logs, tags and addresses; and those
 * words of it that are known to be ids. Where there are none, the text itself may be one, in quotes or not.
 */
export function idsInText(text: string, isKnown: (word: string) => boolean = () => false): FoundIds {
  const candidates = [...namedIn(text), ...wordsIn(text).filter(isKnown)];
  const ids = new Set<string>();
  let problem: IdProblem | undefined;
  for (const candidate of candidates.length > 0 ? candidates : (listedIn(text) ?? [bare(text)])) {
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
  return 'ids' in found && (namedIn(text).length > 0 || found.ids.every((id) => /\d/.test(id) && isOneWord(id)));
}

function isOneWord(id: string): boolean {
  return /^[\w.:-]{6,64}$/.test(id);
}

/** The values of all names of an id; empty when there is no name, and `['']` when no name has a value. */
function namedIn(text: string): readonly string[] {
  const values = [...plainText(text.slice(0, longestText)).matchAll(named)].map(([, ...groups]) => {
    const bareValue = groups[3];
    return bareValue === undefined
      ? trimmed(groups.find((value) => value !== undefined) ?? '').replace(/(?:\\[nrt])+$/, '')
      : withoutParameters(decoded(withoutSentenceEnd(trimmed(bareValue))));
  });
  const given = values.filter((value) => !nothing.test(value));
  return given.length === 0 && values.length > 0 ? [''] : given;
}

/** A value that was encoded together with the parameters after it. */
function withoutParameters(text: string): string {
  return text.replace(/&\w+=.*$/s, '');
}

/** The words of a text, and the parts of those that hold signs as in `id=fa_1` or `/fa_1/`. */
function wordsIn(text: string): readonly string[] {
  const words = text.slice(0, longestText).match(word) ?? [];
  return words.map(withoutSentenceEnd).flatMap((one) => [one, ...one.split(/[=:/&?#.]+/)]);
}

const word = /[^\s"'`„“”‚‘’«»‹›「」『』，。、,;<>|(){}[\]\\]+/gu;

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
  const items = text.slice(0, longestText).split(/[\n,;]/);
  const ids = items.map((item) => bare(item)).filter((item) => item !== '');
  return ids.length > 1 && ids.every((id) => /^[\w.:-]+$/.test(id) && /\d/.test(id)) ? ids : undefined;
}

/** The whole text without what stands around an id in a sentence, a list, code or Markdown. */
function bare(text: string): string {
  const whole = trimmed(text);
  // What cannot become an id is not searched: the time for that grows with the square of its length.
  if (whole.length > 2 * longestId) {
    return whole;
  }
  const inner = (/^\[([^\]]*)\]\([^)]*\)$/.exec(whole)?.[1] ?? whole)
    .replaceAll(/<\/?[a-z][^<>]*>/gi, (tag) => (tag.length === whole.length ? tag : ''))
    .replace(/^(?:[-#>+]+|\d{1,3}[.)])\s+/, '')
    .replace(/^auth(?:entication)?[_-]?id=$/i, '')
    .replace(/^[\s\\"'`„“”‚‘’«»‹›「『([{<*~]+/, '')
    .replace(/[\s\\"'`“”‘’«»‹›」』)\]}>,;*]+$/, '');
  return trimmed(withoutSentenceEnd(trimmed(inner)).replace(/["'`“”‘’«»‹›」』)\]}>]+$/, ''));
}

function withoutSentenceEnd(text: string): string {
  return text.replace(/[.!?…:*~。、，！？]+$/, '');
}

// A run that is not at an end is looked at once, from where it begins.
const atEnds = new RegExp(`^[\\s${invisible}]+|(?<![\\s${invisible}])[\\s${invisible}]+$`, 'gu');

function trimmed(text: string): string {
  return text.length > 2 * longestText ? text : text.replaceAll(atEnds, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone % is part of the id then.
    return text;
  }
}
