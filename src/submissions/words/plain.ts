/** Characters that would change how the text around them reads: controls, and marks that turn the direction of text. */
const unseen = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

/** Remote text on one line and of bounded length: what cannot be seen is written as its code, e.g. `\u202e`. */
export function plain(text: string, limit = 200): string {
  const cut = text.length > limit ? `${text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')}…` : text;
  return cut.replaceAll(unseen, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
