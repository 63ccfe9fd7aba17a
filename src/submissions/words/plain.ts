/**
 * Characters that cannot be seen, or that change how the text around them reads: controls, half surrogates, line
 * separators, format characters such as direction marks, and all that Unicode allows to be drawn as nothing. A
 * variation selector behind an emoji belongs to the emoji, so it stays. U+2800 is a blank Braille cell.
 */
const unseen = /(?!(?<=\p{Extended_Pictographic})[\ufe0e\ufe0f])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}\u2800]/gu;

/** Remote text on one line and of bounded length: what cannot be seen is written as its code, e.g. `\u202e`. */
export function plain(text: string, limit = 200): string {
  const cut = text.length > limit ? `${text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')}…` : text;
  // A fast way out: nearly all texts are plain ASCII, and every row has some.
  if (/^[ -~]*$/.test(cut)) {
    return cut;
  }
  return cut.replaceAll(unseen, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
  });
}
