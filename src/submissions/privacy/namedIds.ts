import { percentDecoded } from '../../api/percentDecoded.ts';
import { plainText } from './plainText.ts';
import { trimmed, withoutSentenceEnd } from './textEnds.ts';

// Of several ids only where a list of them follows.
const name = String.raw`\bauth(?:entication)?[_-]?id(?:s(?=["'\x60]?\s*[:=]\s*\[))?`;
const closingTag = String.raw`<\/[a-z]{1,10}>`;
const openingTag = String.raw`<[a-z]{1,10}(?:\s[^<>]{0,200})?>`;
// `=`, `:`, `:=`, an arrow, `==`, `===`, a type and `=`, or `=` and `:` as an address encodes them.
const sign = String.raw`\s*(?:[=-]>|[→⇒➜]|={1,3}|:\s*\w+\??\s*=\s*(?=["'\x60])|:=?|%3[ad])\s*`;
// A table has a name and its value in cells, and a header the names alone.
const nextCell = String.raw`${closingTag}\s{0,40}(?=(?:${openingTag}\s{0,40}){1,4}[^<>\s]{0,256}\d)`;
const argument = String.raw`["'\x60]|[\w.:-]*\d`;
// After the name, which a quote, a bracket, Markdown or a tag may end: a sign, the end of a tag, or what is called with
// the value.
const separator = String.raw`["'\x60*_\])]{0,4}(?:(?:${closingTag})?(?:${sign}|>\s*)|${nextCell}|\((?=${argument}))`;
// What stands in brackets may be a list.
const list = String.raw`(?:(?=\[([^[\]]*))|)`;
// Tags, brackets and Markdown around the value; what it is wrapped in, such as `new Id(`, `Some(Id::from(`, `{"S":` or
// `{"$oid":`; and what Python, C# and SQL write before a string.
const tags = String.raw`(?:${openingTag}\s{0,40}|${closingTag}\s{0,8}){0,4}`;
const call = String.raw`(?:new\s{1,4})?[a-z]{1,16}(?:(?:\.|::)[a-z_]{1,24}){0,4}!?[[(]`;
const wrapper = String.raw`(?:(?:${call}){1,2}(?=${argument})|(?<=\{\s*)["']?[$@#_]?[a-z]{1,16}["']?\s*:\s*(?=["']))`;
const opening = String.raw`${tags}[*\s]{0,4}(?:[[({<*]\s{0,8}){0,4}${wrapper}?(?:[unbr@$]{1,2}(?=["']\w))?`;
// The name of a field in an object is no value, and neither is the dash before an item.
const noField = String.raw`(?!(?<=\{\s{0,8})(?:["'][^"']*["']\s*:|[\w$-]+\s*:\s)|-\s)`;
// A selection may end before the closing quote.
const quoted = String.raw`"([^"]*)(?:"|$)|'([^']*)(?:'|$)|\x60([^\x60]*)(?:\x60|$)`;
const unquoted = String.raw`([^\s"'\x60,;&<>|(){}[\]\\#。、，；！？\u001b]+)`;
// An address may have a name without a value.
const missing = '(?=[&#]|$)';
const named = new RegExp(`${name}${separator}${list}${opening}${noField}(?:${quoted}|${unquoted}|${missing})`, 'giu');

/** What programs write where there is no id, and the name by which code asks for one. */
const nothing = /^(?:null|nil|none|undefined|auth(?:entication)?[_-]?ids?)?$/i;

/** The values of all names of an id; empty when there is no name, and `['']` when no name has a value. */
export function namedIn(text: string): readonly string[] {
  const values = [...plainText(text).matchAll(named)].flatMap(([, inBrackets, ...groups]) => {
    const bareValue = groups[3];
    const value =
      bareValue === undefined
        ? trimmed(withoutBackslashes(groups.find((one) => one !== undefined) ?? ''))
        : withoutParameters(percentDecoded(withoutSentenceEnd(trimmed(bareValue))));
    return itemsOf(inBrackets) ?? [value];
  });
  const given = values.filter((value) => !nothing.test(value));
  return given.length === 0 && values.length > 0 ? [''] : given;
}

/** The ids in a list: words with a digit and texts in quotes; where anything else is in it, too, these texts alone. */
function itemsOf(text = ''): readonly string[] | undefined {
  const items = text.split(/[\s,;]+/).filter((item) => !nothing.test(item));
  const ids = items.map((item) => /^(?:(["'`])([^"'`]*)\1|((?=.*\d)[\w.:-]+))$/.exec(item));
  const found = ids.every((id) => id !== null) ? ids.map(([, , quote, word]) => quote ?? word ?? '') : stringsIn(text);
  return found.some((one) => one !== '') ? found : undefined;
}

/** The texts in quotes of a list; none where it has objects, in which they are names and other values, too. */
function stringsIn(text: string): readonly string[] {
  return text.includes('{')
    ? []
    : [...text.matchAll(/"([^"\n]*)"|'([^'\n]*)'|\x60([^\x60\n]*)\x60/g)].map(([, ...texts]) =>
        trimmed(withoutBackslashes(texts.find((one) => one !== undefined) ?? '')),
      );
}

/** What a string in quotes says: white space that is escaped in it, and a backslash that each string around it doubles. */
function withoutBackslashes(text: string): string {
  return text.replaceAll(/\\+[nrt]/g, ' ').replaceAll(/\\+/g, '\\');
}

/** A value that was encoded together with the parameters after it. */
function withoutParameters(text: string): string {
  return text.replace(/&\w+=.*$/s, '');
}
