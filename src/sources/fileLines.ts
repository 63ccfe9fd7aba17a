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
