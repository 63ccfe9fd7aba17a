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

/** Whether a line ends between two places. */
export function hasLineFeed(bytes: Uint8Array, from: number, end: number): boolean {
  return bytes.subarray(from, end).includes(lineFeed);
}

/** Whether two lines end between two places, among white space alone. */
export function hasEmptyLine(bytes: Uint8Array, from: number, end: number): boolean {
  const space = bytes.subarray(from, end);
  return space.indexOf(lineFeed) !== space.lastIndexOf(lineFeed);
}
