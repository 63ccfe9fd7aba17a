import { tokensIn } from './tokens.ts';

/**
 * The same JSON in which each number that `isLong` accepts is the text of its digits: parsing would lose those that a
 * number cannot hold.
 */
export function withLongDigits(json: string, isLong: (digits: string) => boolean): string {
  let text = '';
  for (const { first, start, end } of tokensIn(json)) {
    const token = json.slice(start, end);
    text += /[-\d]/.test(first) && isLong(token) ? `"${token}"` : token;
  }
  return text;
}
