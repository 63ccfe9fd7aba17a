/** Deeper than this a value is not written out: JSON.stringify runs out of stack at a few thousand. */
const deepest = 500;

/** A value that came from JSON as JSON again; one that is nested deeper than `deepest` as `[…]` or `{…}`. */
export function jsonText(value: unknown): string {
  if (isDeep(value)) {
    return Array.isArray(value) ? '[…]' : '{…}';
  }
  return JSON.stringify(value) ?? '';
}

/** Level by level instead of by recursion, which would fail where JSON.stringify does. */
function isDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) {
      return true;
    }
    const next: unknown[] = [];
    for (const one of level) {
      if (typeof one === 'object' && one !== null) {
        // One by one: a spread of a very long list would run out of stack itself.
        for (const child of Object.values(one)) {
          next.push(child);
        }
      }
    }
    level = next;
  }
  return false;
}
