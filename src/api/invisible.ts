/**
 * Characters that cannot be seen: controls, format characters such as U+200B, what Unicode allows to be drawn as nothing,
 * and blanks that are no space. A variation selector behind an emoji does not count: it belongs to the emoji.
 */
const one = String.raw`(?!(?<=\p{Extended_Pictographic})[\ufe0e\ufe0f])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800]`;
const invisible = new RegExp(one, 'u');
const visible = new RegExp(`(?!${one})\\S`, 'gu');

/** The text without spaces and invisible characters at its ends, which chats and wikis add to what is copied. */
export function trimmed(text: string): string {
  // Searched from the beginning: a pattern anchored to the end would scan a long run of blanks again and again.
  const places = Array.from(text.matchAll(visible), ({ index, 0: { length } }) => [index, index + length] as const);
  return text.slice(places[0]?.[0] ?? text.length, places.at(-1)?.[1]);
}

/** The name of the first invisible character in a text, such as `U+200B`; undefined when there is none. */
export function invisibleIn(text: string): string | undefined {
  const code = invisible.exec(text)?.[0].codePointAt(0);
  return code === undefined ? undefined : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
