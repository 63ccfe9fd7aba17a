import { hexOf } from '../../json/bytes.ts';
import type { Row } from '../../session/row.ts';
import { bytesOfWords, createHmac, messageOf } from '../../submissions/privacy/sha256.ts';

/**
 * Makes the ids of TreeItems. VS Code quotes them in errors and in its own log. The id of a row holds that of its
 * submission, so the TreeItem gets a hash of it, made with a secret of this window. Within the window a row keeps its
 * TreeItem id, so it stays expanded and selected; over a reload VS Code keeps neither.
 */
export function createItemIds(): (row: Row) => string {
  const hash = createHmac(crypto.getRandomValues(new Uint8Array(32)));
  return ({ id }) => hexOf(bytesOfWords(hash(messageOf(id)))).slice(0, 32);
}
