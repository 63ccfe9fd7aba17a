import { percentDecoded } from '../../api/percentDecoded.ts';
import { authIdName, isNoId } from './idNames.ts';
import { plainText } from './plainText.ts';
import { endSign, noWord, trimmed, withoutSentenceEnd } from './textEnds.ts';

// The name has a plural only before a list, or before the brackets that addresses have for a list.
const inList = String.raw`(?:\[|%5b)\d{0,3}(?:\]|%5d)`;
const name = String.raw`(?<![a-z\d])${authIdName}(?:s(?=["'\x60]?\s*[:=]\s*\[|${inList}))?(?:${inList})?`;
const closingTag = String.raw`<\/[a-z]{1,10}>`;
const openingTag = String.raw`<[a-z]{1,10}(?:\s[^<>]{0,200})?>`;
// `=`, `:`, `:=`, an arrow, `==`, `===`, a type and `=`, or `=` and `:` as an address encodes them.
const sign = String.raw`\s*(?:[=-]>|[→⇒➜]|={1,3}|:\s*\w+\??\s*=\s*(?=["'\x60])|:=?|%3[ad])\s*`;
// In a row of a table the value stands in the next cell. It must have a digit, because a header has only names.
const nextCell = String.raw`${closingTag}\s{0,40}(?=(?:${openingTag}\s{0,40}){1,4}[^<>\s]{0,256}\d)`;
const argument = String.raw`["'\x60]|[\w.:-]*\d`;
// Between the name and its value: what may end the name (a quote, a bracket, Markdown or a tag), and then a sign, the
// end of a tag, the next cell, or the bracket of a call.
const separator = String.raw`["'\x60*_\])]{0,4}(?:(?:${closingTag})?(?:${sign}|>\s*)|${nextCell}|\((?=${argument}))`;
// What stands in brackets may be a list.
const list = String.raw`(?:(?=\[([^[\]]*))|)`;
// What YAML writes before a value.
const type = String.raw`(?:!![a-z]{1,16}\s{1,4})?`;
// Tags, brackets and Markdown around the value; what it is wrapped in, such as `new Id(`, `Some(Id::from(`, `{"S":` or
// `{"$oid":`; and what Python, C# and SQL write before a string.
const tags = String.raw`(?:${openingTag}\s{0,40}|${closingTag}\s{0,8}){0,4}`;
const call = String.raw`(?:new\s{1,4})?[a-z]{1,16}(?:(?:\.|::)[a-z_]{1,24}){0,4}!?[[(]`;
const wrapper = String.raw`(?:(?:${call}){1,2}(?=${argument})|(?<=\{\s*)["']?[$@#_]?[a-z]{1,16}["']?\s*:\s*(?=["']))`;
const opening = String.raw`${type}${tags}[*\s]{0,4}(?:[<*\p{Ps}]\s{0,8}){0,4}${wrapper}?(?:[unbr@$]{1,2}(?=["']\w))?`;
// Placeholders of templates, formats, addresses and queries. A word in `<>` with a value behind it is a tag instead.
const template = String.raw`[$#%]\{|\{\{|[$%]\([^()]{0,200}\)(?![$%]\()|<%|\{\s{0,8}[a-z_.]{1,40}\s{0,8}\}`;
const inWords = String.raw`<[a-z][a-z_. -]{0,40}>(?!\s{0,40}[^\s<>]{0,256}[\d<])`;
const parameter = String.raw`%[sdvqri@](?![\w%])|%[a-z_]{2,40}%(?![\da-f]{2})|[:@][a-z_]+(?![\w.:@/+~=-])|\$(?:\d+|[a-z_]+)(?![\w-])`;
const placeholder = String.raw`["'\x60]?(?:${template}|${inWords}|${parameter})`;
// The name of a field in an object is no value, and neither is the dash before an item.
const noField = String.raw`(?!(?<=\{\s{0,8})(?:["'][^"']*["']\s*:|[\w$-]+\s*:\s)|-\s)`;
// A selection may end before the closing quote.
const quoted = String.raw`"([^"]*)(?:"|$)|'([^']*)(?:'|$)|\x60([^\x60]*)(?:\x60|$)`;
// Base64 may end with `=`, other ids with `-`: an arrow counts only before something else. `-->` ends a comment.
const arrow = String.raw`(?<![=-])(?:(?:=|--?)>(?=\s{0,4}[^\s<>])|-->)`;
// A word in a script without capitals ends an id that it follows without a space, unless the id goes on behind it.
const unquoted = String.raw`((?!${endSign})[^${noWord}&#](?:(?!${endSign}|${arrow}|(?<=\p{ASCII})\p{Lo}+(?![\p{Lo}\w]))[^${noWord}&#])*)`;
// An address may have a name without a value.
const missing = '(?=[&#]|$)';
const value = String.raw`${list}${opening}${noField}(?:${quoted}|${unquoted}|${missing})`;
const named = new RegExp(`${name}${separator}(?:${placeholder}|${value})`, 'giu');

/** The values of all names of an id; empty when there is no name, and `['']` when no name has a value. */
export function namedIn(text: string): readonly string[] {
  const values = [...plainText(text).matchAll(named)].flatMap(([, inBrackets, ...groups]) => {
    const bareValue = groups[3];
    const id =
      bareValue === undefined
        ? trimmed(withoutBackslashes(groups.find((one) => one !== undefined) ?? ''))
        : withoutEnd(withoutParameters(percentDecoded(trimmed(bareValue))));
    return itemsOf(inBrackets) ?? [id];
  });
  const given = values.filter((id) => !isNoId(id));
  return given.length === 0 && values.length > 0 ? [''] : given;
}

/** The ids in a list: words with a digit and quoted texts; if the list holds anything else, only the quoted texts. */
function itemsOf(text = ''): readonly string[] | undefined {
  const items = text.split(/[\s,;]+/).filter((item) => !isNoId(item));
  const ids = items.map((item) => /^(?:(["'`])([^"'`]*)\1|((?=.*\d)[\w.:-]+))$/.exec(item));
  const found = ids.every((id) => id !== null) ? ids.map(([, , quote, word]) => quote ?? word ?? '') : stringsIn(text);
  return found.some((one) => one !== '') ? found : undefined;
}

/** The quoted texts of a list; none if it has objects, in which quoted texts are names and other values too. */
function stringsIn(text: string): readonly string[] {
  return text.includes('{')
    ? []
    : [...text.matchAll(/"([^"\n]*)"|'([^'\n]*)'|\x60([^\x60\n]*)\x60/g)].map(([, ...texts]) =>
        trimmed(withoutBackslashes(texts.find((one) => one !== undefined) ?? '')),
      );
}

/** The content of a quoted string: escaped white space is a space, and backslashes that nesting doubled are one. */
function withoutBackslashes(text: string): string {
  return text.replaceAll(/\\+[nrt]/g, ' ').replaceAll(/\\+/g, '\\');
}

/** A value that was encoded together with the parameters after it, once or twice. */
function withoutParameters(text: string): string {
  return text.replace(/(?:&|%26)\w+(?:=|%3d).*$/is, '');
}

/** Removes what ends a value and was encoded with it. A closing bracket stays if the value has an opening one. */
function withoutEnd(text: string): string {
  const id = trimmed(text);
  return trimmed(withoutSentenceEnd(/[([{]/.test(id) ? id : id.replace(/(?<![.!?,;)\]}])[.!?,;)\]}]+$/, '')));
}
