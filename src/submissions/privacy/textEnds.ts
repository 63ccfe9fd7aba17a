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

/** A text without the signs that end a sentence. */
export function withoutSentenceEnd(text: string): string {
  return text.replace(/[.!?…:*~。、，！？]+$/, '');
}
