/** Longer texts, in characters, are not trimmed. */
const longest = 200_000;

/** Characters that nobody sees; chat programs and wikis put them around what is copied. */
export const invisible = String.raw`\p{Default_Ignorable_Code_Point}`;

// A run that is not at an end is looked at once, from where it begins.
const atEnds = new RegExp(`^[\\s${invisible}]+|(?<![\\s${invisible}])[\\s${invisible}]+$`, 'gu');

/** A text without white space and what nobody sees at its ends. */
export function trimmed(text: string): string {
  return text.length > longest ? text : text.replaceAll(atEnds, '');
}

/** What is in no word of data, code and text, for a class of characters: white space, quotes, brackets and separators. */
export const noWord = String.raw`\s\p{Cc}"'\x60,;<>|\\(){}[\]\p{Ps}\p{Pe}\p{Pi}\p{Pf}`;

/**
 * A sign that ends an id which stands in no quotes, such as a dash; not one of ASCII, and no hyphen that was set in type:
 * that joins, as does the dash of a UUID, behind which four of its characters stand.
 */
export const endSign = String.raw`(?![\p{ASCII}\u2010\u2011]|[\u2012-\u2015][\dA-Fa-f]{4})[\p{P}\p{S}]`;

// Emoji may be of an id.
const end = String.raw`(?:[.!?:*~]|(?!\p{ASCII}|\p{Extended_Pictographic})[\p{P}\p{S}])`;
const sentenceEnd = new RegExp(`(?<!${end})${end}+$`, 'u');

/** A text without the signs that end a sentence. */
export function withoutSentenceEnd(text: string): string {
  return text.replace(sentenceEnd, '');
}
