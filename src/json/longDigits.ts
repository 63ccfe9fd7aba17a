import { tokensIn } from './tokens.ts';

/**
 * The same JSON with each number that `isLong` accepts written as a text of its digits. Parsed as a number, it would
 * lose the digits that a number cannot hold.
 */
export function withLongDigits(json: string, isLong: (digits: string) => boolean): string {
  let text = '';
  for (const { first, start, end } of tokensIn(json)) {
    const token = json.slice(start, end);
    text += /[-\d]/.test(first) && isLong(token) ? `"${token}"` : token;
  }
  return text;
}
