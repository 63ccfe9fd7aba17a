/** A text without its percent-encoding; as it is where a `%` belongs to the text, or the bytes are no UTF-8. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
