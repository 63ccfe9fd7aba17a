import { hexOf } from '../../json/bytes.ts';
import type { Row } from '../../session/row.ts';
import { bytesOfWords, createHmac, messageOf } from '../../submissions/privacy/sha256.ts';

/**
 * Gives the ids under which VS Code knows rows. It quotes them in errors and in its own log, so they must not tell the
 * ids of submissions, which those of rows hold: they are hashes with a secret of this window. In it a row keeps its id,
 * and so what is expanded and selected stays so; over a reload VS Code keeps neither.
 */
export function createItemIds(): (row: Row) => string {
  const hash = createHmac(crypto.getRandomValues(new Uint8Array(32)));
  return ({ id }) => hexOf(bytesOfWords(hash(messageOf(id)))).slice(0, 32);
}
