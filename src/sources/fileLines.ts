const lineFeed = 0x0a;

/** The line feed that ends the line at `at`; undefined where it does not end. */
export function lineEndOf(bytes: Uint8Array, at: number): number | undefined {
  const end = bytes.indexOf(lineFeed, at);
  return end === -1 ? undefined : end;
}

/** A line without the white space at its end. */
export function trimmedLine(bytes: Uint8Array, at: number, lineEnd: number): Uint8Array {
  let end = lineEnd;
  while (end > at && (bytes[end - 1] ?? 0) <= 0x20) {
    end--;
  }
  return bytes.subarray(at, end);
}

/** The line that begins at `at`; `more` where more bytes are needed to tell. Undefined where it is longer than `longest`. */
export function lineAt(
  bytes: Uint8Array,
  at: number,
  isEnded: boolean,
  longest: number,
): Uint8Array | 'more' | undefined {
  const end = lineEndOf(bytes, at);
  if (end !== undefined || isEnded) {
    return trimmedLine(bytes, at, end ?? bytes.length);
  }
  return bytes.length - at < longest ? 'more' : undefined;
}
