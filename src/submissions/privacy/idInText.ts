/** The longest id that is asked for, in characters. */
export const longestId = 256;

/** An authId found in a text, or why there is none. */
export type FoundId = { readonly id: string } | { readonly problem: 'empty' | 'spaces' | 'tooLong' };

const named = /\bauth(?:entication)?_?id["'`]?\s*[:=]\s*(?:"([^"]*)"|'([^']*)'|([^\s"'&,;})\]#]+))/i;

/** Finds the authId in what was typed, pasted or selected: the bare id, quoted, a line of JSON, an address with `authId=`. */
export function idInText(text: string): FoundId {
  const match = named.exec(text.slice(0, 100_000));
  const candidate = match === null ? bare(text) : (match[1] ?? match[2] ?? decoded(match[3] ?? ''));
  if (candidate === '') {
    return { problem: 'empty' };
  }
  if (candidate.length > longestId) {
    return { problem: 'tooLong' };
  }
  // A character that cannot be seen is as wrong in an id as a space.
  return /[\s\p{Cc}]/u.test(candidate) ? { problem: 'spaces' } : { id: candidate };
}

/** True when a text that nobody offered as an id may be suggested as one: a single word with a digit, or a named id. */
export function looksLikeId(text: string): boolean {
  const found = idInText(text);
  return 'id' in found && (named.test(text) || (/\d/.test(found.id) && /^[\w.:-]{6,64}$/.test(found.id)));
}

function bare(text: string): string {
  const trimmed = text.trim();
  // What cannot become an id is not searched: the time for that grows with the square of its length.
  if (trimmed.length > 2 * longestId) {
    return trimmed;
  }
  return trimmed.replace(/^[\s"'`“”‘’([{<]+/, '').replace(/[\s"'`“”‘’)\]}>,;]+$/, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone % is part of the id then.
    return text;
  }
}
