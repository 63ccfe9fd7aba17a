import { percentDecoded } from '../../api/percentDecoded.ts';
import { plain } from '../../submissions/words/plain.ts';

/**
 * An id as one part of a path. The tab is named after it too. Slashes, backslashes, `%` and invisible characters are
 * written as their bytes in UTF-8, half characters as `%uD800`; the rest stays as it is.
 */
export function idToName(id: string): string {
  return Array.from(id, (character) => {
    if (character !== '%' && character !== '/' && character !== '\\' && plain(character) === character) {
      return character;
    }
    return character.isWellFormed()
      ? Array.from(new TextEncoder().encode(character), (byte) => `%${hex(byte, 2)}`).join('')
      : `%u${hex(character.charCodeAt(0), 4)}`;
  }).join('');
}

/** The id of a name from `idToName`. What is not encoded in that way stays as it is. */
export function nameToId(name: string): string {
  return name.replaceAll(/%u(d[89a-f][0-9a-f]{2})|(?:%[0-9a-f]{2})+/gi, (written: string, half?: string) =>
    half === undefined ? percentDecoded(written) : String.fromCharCode(Number.parseInt(half, 16)),
  );
}

function hex(value: number, length: number): string {
  return value.toString(16).toUpperCase().padStart(length, '0');
}
