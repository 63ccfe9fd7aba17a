/** Longer texts, in characters, are not trimmed. */
const longest = 200_000;

/** Characters that nobody sees; chat programs and wikis put them around what is copied. */
export const invisible = String.raw`\p{Default_Ignorable_Code_Point}`;

// The look-behind lets a run that is not at an end be searched only once, from where it begins.
const atEnds = new RegExp(`^[\\s${invisible}]+|(?<![\\s${invisible}])[\\s${invisible}]+$`, 'gu');

/** A text without white space and what nobody sees at its ends. */
export function trimmed(text: string): string {
  return text.length > longest ? text : text.replaceAll(atEnds, '');
}

/** What no word of data, code or text holds, for a character class: white space, quotes, brackets and separators. */
export const noWord = String.raw`\s\p{Cc}"'\x60,;<>|\\(){}[\]\p{Ps}\p{Pe}\p{Pi}\p{Pf}`;

/**
 * A sign that ends an unquoted id, such as a dash. ASCII signs do not count. Neither do typeset hyphens, because they
 * join, nor a dash before four hexadecimal digits, as in a UUID.
 */
export const endSign = String.raw`(?![\p{ASCII}\u2010\u2011]|[\u2012-\u2015][\dA-Fa-f]{4})[\p{P}\p{S}]`;

// An emoji may be part of an id, so it does not count.
const end = String.raw`(?:[.!?:*~]|(?!\p{ASCII}|\p{Extended_Pictographic})[\p{P}\p{S}])`;
const sentenceEnd = new RegExp(`(?<!${end})${end}+$`, 'u');

/** A text without the signs that end a sentence. */
export function withoutSentenceEnd(text: string): string {
  return text.replace(sentenceEnd, '');
}
